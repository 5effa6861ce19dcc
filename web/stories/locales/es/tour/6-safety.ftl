title = 6. Seguridad
summary = A qué fallos sobrevive un clúster, qué nodo puede liderar, cuándo está confirmada una entrada para siempre y por qué nunca se debe olvidar un voto.
five-nodes-say = A lidera cinco nodos. Todos tienen x=1, y está confirmada. ¿Cuántos de ellos pueden fallar antes de que el clúster deba parar?
two-stopped-say = A y B se han detenido. C lidera, y x=2 está confirmada: tres de cinco nodos siguen siendo mayoría.
two-stopped-ask = C se detiene también. ¿Qué nodo liderará después?
two-stopped-choice-3 = Ninguno de ellos
two-stopped-because = Un líder necesita los votos de tres de los cinco nodos, y solo quedan dos.
three-stopped-say = D y E inician una elección tras otra. Ninguno consigue un tercer voto. X envió x=3, y ningún registro la tiene.
how-many-say = N nodos sobreviven a (N − 1)/2 fallos, redondeando hacia abajo. Cinco, a dos: A y B están detenidos, y x=4 está confirmada. También se lee N/2 − 1, falso si N es impar.
cut-off-say = A y B han vuelto. Ahora E está aislado: inicia elecciones, cada una en un mandato más reciente. Mientras tanto, los demás confirman x=5, que E no tiene.
cut-off-ask = Los enlaces se reconectan, y el temporizador de E vence primero. ¿Qué nodo será el próximo líder?
cut-off-choice-2 = Uno de los otros
cut-off-because = Los demás tienen x=5 y E no. Un nodo solo vota por un registro al menos tan actualizado como el suyo (§5.4.1).
refused-say = El mandato más reciente de E ha hecho que D deje de liderar. Pero todos niegan su voto a E: sus registros terminan en x=5, el de E no.
repaired-say = C lidera el mandato 10 y envía a E lo que le falta. Un líder siempre tiene todo lo confirmado.
pre-vote-say = D lideraba bien y perdió su puesto. El prevoto lo evita: un nodo pregunta antes si ganaría. E, aislado otra vez, no recibe respuesta; su mandato sigue siendo el 10.
undisturbed-say = E ha vuelto y sigue a C, que aún lidera el mandato 10. Esta vez no se ha molestado a nadie (tesis de Raft, §9.6).
figure-8-a-say = El caso más difícil, la figura 8 del artículo de Raft: una entrada de un mandato anterior. A lidera el mandato 11. Su entrada más reciente, x=6, solo ha llegado a B.
figure-8-b-say = A se ha detenido. C y D eligen a E, que nunca vio x=6. La primera entrada de E del mandato 12 no llega a nadie.
figure-8-c-say = E se ha detenido. A ha vuelto a arrancar y lidera el mandato 13. x=6, del mandato 11, está ahora en cuatro nodos. A no la confirma.
figure-8-c-ask = x=6 está en cuatro de cinco nodos. ¿Puede desaparecer aún?
figure-8-c-choice-1 = Sí
figure-8-c-choice-2 = No
figure-8-c-because = La última entrada de E es del mandato 12, así que el registro de E cuenta como más reciente que los que terminan en el mandato 11. E puede ganar.
figure-8-d-say = A se ha detenido. E ha ganado, porque su última entrada es del mandato 12, más reciente, y x=6 ha desaparecido. Por eso un líder solo cuenta copias de las entradas de su propio mandato (§5.4.2).
figure-8-e-say = Otra vez con x=7, pero una entrada del propio mandato de A, el 17, llegó a una mayoría. Eso confirmó ambas. E pide votos en vano: los otros registros acaban en un mandato más reciente.
vote-remembered-say = B y C votaron por A en el mandato 20, se detuvieron y volvieron a arrancar. D les pide el voto en el mandato 20. Se niegan: sus discos han conservado sus votos.
vote-remembered-ask = Supón que B y C votan otra vez en el mandato 20, como si lo hubieran olvidado. E se lo pide. ¿Cuántos líderes tendrá el mandato 20?
vote-remembered-choice-1 = Uno
vote-remembered-choice-2 = Dos
vote-remembered-because = E necesita tres votos: el suyo y los de B y C. A ya había contado esos mismos dos.
vote-forgotten-say = B y C han votado otra vez, como si lo hubieran olvidado: la regla de un voto por mandato está desactivada. A y E lideran el mandato 20: se incumple la primera promesa de Raft, la seguridad de la elección.
task = A y E lideran los dos el mandato 20. Haz que A aplique x=8 y que E aplique x=9.
hint-1 = Cada uno de ellos necesita una mayoría, así que B y C deben recibir mensajes de ambos. Reconecta lo que está cortado.
hint-2 = Envía x=8 a A y espera a que A la aplique. Después envía x=9 a E.
hint-3 = B y C toman la entrada de E por la que ya tienen: tiene el mismo lugar y el mismo mandato.
