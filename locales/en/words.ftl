# Words to know, the page for paper, and what is said about the site itself.

page-words = Words to know
about-words = What school words mean
