//! What a document is: its shape, how it is read, checked and exported.
