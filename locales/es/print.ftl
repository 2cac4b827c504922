# La página hecha para el papel.

page-print = Para imprimir
print-how = Esta página está hecha para el papel. Escoja “Imprimir” en el menú de su teléfono o navegador.
# Un consejo que está completo en otra hoja.
print-tip = “{ $tip }” está en otra de estas hojas.
