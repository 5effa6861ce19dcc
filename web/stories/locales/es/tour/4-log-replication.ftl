title = 4. Replicación del registro
summary = Cómo una petición se convierte en la misma entrada en cinco registros, y cómo se repara un registro que va atrasado.
logs-say = B lidera. Cada nodo lleva un registro: una lista numerada de operaciones. Si todos aplican la misma lista en el mismo orden, todos obtienen los mismos valores.
request-say = El cliente X aún no conoce al líder. Envía x=5 a A, un seguidor.
redirect-say = A no es el líder, así que no toca su registro. Responde: dirígete a B. X enviará x=5 otra vez, a B.
append-say = B añade x=5 a su propio registro, como entrada 2 del mandato 1. Roja y discontinua: no confirmada. X aún no tiene respuesta.
first-trip-out-say = Primer viaje, ida: B envía la entrada 2 a todos los seguidores a la vez. Cada mensaje AppendEntries nombra también la entrada anterior: entrada 1, mandato 1.
first-trip-back-say = Primer viaje, vuelta: cada seguidor tiene la entrada 1 del mandato 1, así que añade la entrada 2, la escribe en su disco y acusa recibo de ella.
commit-say = B sabe de tres copias de la entrada 2, contando la suya: una mayoría. Confirma la entrada, la aplica, con lo que x es 5, y responde a X.
second-trip-say = X tiene su respuesta tras un viaje de ida y vuelta entre los nodos. Las casillas de los seguidores siguen en rojo: ellos aún no lo saben.
followers-commit-say = Segundo viaje: el próximo mensaje de B dice que todo hasta la entrada 2 está confirmado. Los seguidores la aplican también.
two-stop-say = D y E se han detenido. X ya conoce a su líder y ha enviado x=6 a B. Quedan dos seguidores.
two-stop-ask = ¿Confirmará B x=6?
two-stop-choice-1 = Sí, enseguida
two-stop-choice-2 = Sí, cuando A y C la tengan
two-stop-choice-3 = No mientras dos nodos estén detenidos
two-stop-because = A, B y C son tres de cinco, una mayoría. B no necesita esperar a un nodo lento o detenido.
majority-works-say = x=6 está confirmada, y x=7 después. Los registros de D y E terminan en la entrada 2.
lag-say = E vuelve a arrancar con las entradas 1 y 2 de su disco. Están en rojo: E debe enterarse de nuevo de lo que está confirmado.
consistency-check-say = El latido de B nombra la última entrada que B cree que E tiene: la entrada 4 del mandato 1. E no tiene entrada 4, así que rechaza. Es la comprobación de consistencia.
repair-say = B retrocede a la entrada 2, que ambos tienen, y envía lo que sigue. E lo añade: su registro vuelve a estar completo.
matching-say = Esa comprobación da una promesa fuerte: si dos registros tienen una entrada con el mismo índice y el mismo mandato, son iguales hasta ahí.
task = Que B confirme x=9 con el menor número posible de copias: D y E no deben tenerla. Los cinco nodos están en marcha en ese momento.
hint-1 = D está detenido. Debe estar en marcha al final.
hint-2 = Un nodo que no recibe nada no guarda nada: aíslalo.
hint-3 = Aísla dos seguidores y envía x=9 a B. Tres copias son mayoría.
