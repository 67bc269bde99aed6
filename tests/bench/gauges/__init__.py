"""What measures: processes on a core, their time and memory, requests, rounds."""
