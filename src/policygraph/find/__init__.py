"""One module per kind of fact: each says what is printed and where, never who it is."""
