"""nginx in front of the application, with deploy/nginx.conf."""
