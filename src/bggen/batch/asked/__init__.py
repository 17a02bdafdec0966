"""What is to be made: a folder, a glob, a table or a store, with every row's words and options."""
