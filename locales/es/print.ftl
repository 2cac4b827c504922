# La página hecha para el papel.

page-print = Para imprimir
print-how = Esta página está hecha para el papel. Escoja “Imprimir” en el menú de su teléfono o navegador.
