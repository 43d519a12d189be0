"""PDF files as paragraphs and tables; only this room knows pdfplumber."""
