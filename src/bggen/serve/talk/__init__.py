"""What is said: a request's fields and files, answers in pieces, and the page that explains both."""
