title = Ponerse al día con una instantánea
summary = Un nodo que estuvo ausente demasiado tiempo recibe el estado en lugar de las entradas.
compacted-say = E está detenido. Los demás han confirmado seis valores. Una instantánea del resultado ha sustituido sus primeras entradas.
back-say = E vuelve a arrancar con un registro vacío.
back-ask = ¿Cómo recibirá E x, y, z?
back-choice-1 = A envía todas las entradas antiguas
back-choice-2 = A envía una instantánea
back-choice-3 = E pregunta al cliente
back-because = A ya no tiene las entradas antiguas, así que no puede enviarlas.
installed-say = E ha instalado una instantánea que A envió por partes. Representa las entradas 1 a 4: x es 2 e y es 3.
newer-entries-say = A aún tiene las entradas más recientes, de la 5 a la 7, y las envía como de costumbre.
follows-say = Desde ahora E sigue como los demás. La próxima entrada, x=7, está confirmada en los cinco nodos.
