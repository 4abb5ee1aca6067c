"""The document as it will be printed: beside the page, as accessible text, and on paper."""
