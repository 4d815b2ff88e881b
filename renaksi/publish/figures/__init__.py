"""The numbers behind the charts, counted from the corpus; no words and no drawing."""
