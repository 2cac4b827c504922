# The page that is made for paper.

page-print = To print
about-print = Everything on paper, one goal a page
print-how = This page is made for paper. Choose “Print” in the menu of your phone or browser.
