"""The exhibit view: pictures, long screenshots and PDF pages, drawn from tiles."""
