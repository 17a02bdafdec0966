"""What is still to be made, what is up to date, what nobody asks for now, what people have worked on."""
