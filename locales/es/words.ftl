# Words to know, the page for paper, and what is said about the site itself.

page-words = Palabras para conocer
about-words = Qué quieren decir las palabras de la escuela
