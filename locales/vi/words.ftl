# Words to know, the page for paper, and what is said about the site itself.

page-words = Từ nên biết
about-words = Ý nghĩa của những từ hay dùng ở trường
