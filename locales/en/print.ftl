# The page that is made for paper.

page-print = Print version
print-how = This page is made for paper. Choose “Print” in the menu of your phone or browser.
# A tip that is printed in full on another sheet.
print-tip = “{ $tip }” is on another sheet.
