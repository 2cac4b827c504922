# La página hecha para el papel.

page-print = Para imprimir
about-print = Todo en papel, una meta por hoja
print-how = Esta página está hecha para el papel. Escoja “Imprimir” en el menú de su teléfono o navegador.
