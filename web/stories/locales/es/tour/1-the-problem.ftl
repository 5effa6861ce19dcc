title = 1. El problema
summary = Un servidor puede fallar. Varios servidores pueden discrepar. Qué promete el consenso.
aim-say = El objetivo: cinco servidores guardan la misma lista, aunque algunos de ellos fallen. Cada servidor de un grupo así se llama también nodo.
begin-say = Empezamos con un nodo, A. Los círculos discontinuos aún no son miembros: no participan.
term-say = A es el líder: su contorno es continuo. El tiempo se divide en mandatos, y cada mandato tiene como mucho un líder. Este es el mandato 1.
picture-say = El líder acepta las escrituras. A su lado está su lista, el registro. La primera entrada está vacía: un no-op.
client-say = El círculo verde X es un cliente: un programa que usa los servidores. Pide a A que ponga x a 5.
one-server-say = A ha escrito la entrada en su disco y ha respondido: x es 5. Un solo servidor no puede discrepar consigo mismo. Pero si el disco de A muere, x se pierde.
replicas-say = Por eso hacemos copias: A envía su registro a B, C, D y E. Son aprendices: guardan el registro, pero no deciden nada.
members-say = Ahora los cinco tienen el mismo registro. Su tercera entrada, miembros, anota quién participa: A decide; B a E aprenden.
race-say = X envía x=3 a A. Al mismo tiempo, un segundo cliente, Y, envía x=8 a E. Si A y E aceptaran los dos, A diría 3 y E diría 8.
race-ask = E dirá al cliente Y que pregunte a A. ¿Qué valor tendrán los cinco al final?
race-choice-1 = 3
race-choice-2 = 8
race-choice-3 = Unos 3, otros 8
race-because = La petición de Y hace el camino más largo, así que A pone x=8 después de x=3. Los aprendices copian ese orden.
not-final-say = Una casilla roja discontinua aún no es definitiva: B ha guardado x=3, pero A todavía no le ha dicho que x=3 es definitiva.
order-say = Un servidor decide el orden y todos lo copian: primero x=3, luego x=8. Eso funciona mientras A funcione y las copias estén al día.
folded-say = Solo se dibujan las entradas más recientes de un registro. Las anteriores, desde la entrada 1, siguen existiendo, pero están plegadas.
slow-copy-say = A ha dicho a X que x es 6. El enlace de A a E es lento, así que E aún tiene 8. Ahora Y pregunta a E por x.
old-value-say = Si hubiera respondido E, Y habría leído 8, un valor antiguo. Pero E indicó quién es el líder, y A respondió 6.
single-point-say = X envió x=9, pero el disco de A falla, y A se detiene: gris. Ese disco no guardó x=9: sigue en rojo en los demás, y X no recibe respuesta.
no-takeover-say = Solo A decide, así que B, C, D y E no pueden tomar el relevo aunque tengan copias. A es un punto único de fallo.
repaired-say = A está reparado y lidera el mandato 2. Solo A decide, y el registro de A no tiene x=9. Por eso los demás han quitado x=9, aunque cuatro la tenían.
five-voters-say = Desde ahora los cinco deciden juntos; lo dicen dos entradas nuevas, «miembros». Nada es definitivo hasta que tres de los cinco lo tienen.
consensus-say = Esto es el consenso. Promete que todos coinciden en una misma lista, y que lo acordado permanece aunque falle una minoría de los servidores.
guarantees-say = Tales promesas se llaman garantías. Esta página las comprueba todo el tiempo, y avisa cuando se incumple una. Hasta ahora se cumplen todas.
state-machine-say = Cada servidor aplica la misma lista en el mismo orden, así que cada uno llega a los mismos valores. Eso es una máquina de estados replicada.
majority-say = X envía x=1. Esta vez A no responde por sí solo: su casilla sigue en rojo hasta que tres de los cinco la tengan.
disk-dies-say = X tiene su respuesta. Ahora muere el disco de A, con todo lo que contiene. Los arcos blancos son temporizadores: cuánto lleva cada servidor sin noticias de su líder.
disk-dies-ask = ¿Qué ocurrirá?
disk-dies-choice-1 = Se pierde x=1
disk-dies-choice-2 = Otro servidor lidera, con x=1
disk-dies-choice-3 = x=1 sigue ahí, pero ningún servidor lidera
disk-dies-because = Cuatro de cinco son mayoría. Eligen un líder entre los que tienen todo lo que se acordó.
survived-say = C lidera, elegido por una mayoría. Lo acordado sigue ahí: x es 1. Todo este capítulo ha sido Raft.
family-say = Paxos es anterior y hace lo mismo; Raft está diseñado para entenderse mejor. La prueba de trabajo, como en Bitcoin, pone de acuerdo a desconocidos, pero cuesta mucho cómputo.
task = Detén también al líder. Después pon x a 7 en los tres servidores que quedan.
hint-1 = Tres de cinco siguen siendo mayoría.
hint-2 = Detén C, espera a que lidere otro servidor y envíale x=7.
