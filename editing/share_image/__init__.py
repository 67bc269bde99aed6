"""The picture of a page that other sites show: drawn by the worker when the page is published."""
