"""The differences between two plans as a file: Markdown, a web page, a Word document."""
