"""The corpus as tables: CSV files, a data package, a workbook, a database."""
