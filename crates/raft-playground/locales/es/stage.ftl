### Términos: uno para cada cosa, también en las historias.
### leader líder · follower seguidor · candidate candidato · pre-candidate precandidato ·
### term mandato · log registro · entry entrada · commit confirmar · majority mayoría ·
### quorum quórum · heartbeat latido · election timer temporizador de elección (vence) ·
### election timeout tiempo de espera de elección · request petición · answer respuesta ·
### acknowledge acusar recibo · confirm (that it leads) corroborar · snapshot instantánea ·
### membership composición · joint membership composición conjunta · member miembro ·
### voter votante · learner aprendiz · spare nodes nodos de reserva · step down dejar de liderar ·
### depose deponer · hand over ceder el liderazgo · take over tomar el relevo · round ronda ·
### apply aplicar · commit index índice de confirmación · lease arrendamiento · pre-vote prevoto ·
### stale obsoleto · drift deriva · cluster clúster · link enlace · cut cortar · mend reconectar ·
### partition partición · split vote voto dividido · stop detener · start arrancar ·
### restart volver a arrancar · freeze congelar · resume reanudar · disk disco · write escritura ·
### damage dañar · erase borrar · hold (messages) retener · drop descartar · duplicate duplicar ·
### bug defecto · failure fallo · client cliente · retry reintento · guarantee garantía (se cumple, se incumple) · rule regla
### (activada, desactivada) · run ejecución · seed semilla · branch rama · story historia ·
### task tarea · goal objetivo · act acción · transcript transcripción · learn of enterarse

## Listas

list-comma = { $list }, { $item }
list-and =
    { $item ->
        [I] { $list } e { $item }
        [Y] { $list } e { $item }
       *[other] { $list } y { $item }
    }
list-or = { $list } o { $item }
list-range = { $first }–{ $last }

## Cantidades

time-seconds = { $amount } s
span-milliseconds = { $amount } ms
share-percent = { $amount } %

## Papeles

role-follower = seguidor
role-pre-candidate = precandidato
role-candidate = candidato
role-leader = líder
role-stopped = detenido

## Entradas, tan breves como en un registro

entry-command = { $operation }
entry-no-op = no-op
entry-membership = miembros
entry-unknown = ?

## Un lugar de un registro

log-position = entrada { $index } (mandato { $term })
log-position-none = ninguna entrada
count-of-all = { $count } de { $all }

## Lo que necesita una decisión

quorum-of-nodes = { $needed } de { $all } nodos
quorum-joint = { $needed } de { $old-voters } y { $other-needed } de { $voters }

## Dónde se afirma algo: el artículo o la tesis

section-paper = §{ $section-number }
section-dissertation = tesis §{ $section-number }
section-figure = Figura { $section-number }

### La frase bajo el escenario: lo que acaba de ocurrir.

no-leader-at-first = Todavía no hay líder. El primer nodo cuyo temporizador venza pedirá votos a los demás.
quiet = No ha ocurrido nada durante dos segundos.
story-text = { $text }

## Elecciones

election-after-silence = { $node } ha estado { $waited } sin noticias de ningún líder, así que pide votos en el mandato { $term }.
election-after-silence-by-clock = Según su propio reloj, { $node } ha estado { $waited } sin noticias de ningún líder, así que pide votos en el mandato { $term }.
election-after-freeze = El temporizador de { $node } venció mientras estaba congelado: pide votos en el mandato { $term }.
election-forced = Has hecho vencer el temporizador de { $node }: pide votos en el mandato { $term }.
election-forced-by-script = El guion hace vencer el temporizador de { $node }: pide votos en el mandato { $term }.
election-after-transfer = { $leader } ha dicho a { $node } que tome el relevo: { $node } pide votos en el mandato { $term }.
election-after-pre-vote = Suficientes nodos votarían por { $node }, así que ahora pide votos de verdad en el mandato { $term }.
election-again = { $node } no ha ganado, así que lo intenta de nuevo en el mandato { $term }.
pre-vote-after-silence = { $node } ha estado { $waited } sin noticias de ningún líder, así que primero pregunta si ganaría.
pre-vote-after-silence-by-clock = Según su propio reloj, { $node } ha estado { $waited } sin noticias de ningún líder, así que primero pregunta si ganaría.
pre-vote-after-freeze = El temporizador de { $node } venció mientras estaba congelado: primero pregunta si ganaría.
pre-vote-forced = Has hecho vencer el temporizador de { $node }: primero pregunta si ganaría.
pre-vote-forced-by-script = El guion hace vencer el temporizador de { $node }: primero pregunta si ganaría.
vote-granted = { $voter } vota por { $candidate } en el mandato { $term }.
vote-granted-without-rule = { $voter } vota por { $candidate } en el mandato { $term }, solo porque esta regla está desactivada: { $rule }
vote-refused-voted-itself = { $voter } ya ha votado por sí mismo en el mandato { $term }, así que rechaza a { $candidate }.
vote-refused-voted-other = { $voter } ya ha votado por { $other } en el mandato { $term }, así que rechaza a { $candidate }.
vote-refused-log = { $voter } se niega a votar por { $candidate }: el registro de { $voter } está más actualizado.
vote-refused-old-term = { $voter } se niega a votar por { $candidate }: el mandato { $term } ha terminado.
vote-refused-leader-alive = { $voter } se niega a votar por { $candidate }: { $voter } tiene noticias de un líder.
vote-refused-by-rule = { $voter } se niega a votar por { $candidate }: { $rule }
leader-elected = { $node } tiene { $votes } de { $all } votos: lidera el mandato { $term }.
leader-elected-counted = { $node } cuenta { $votes } de { $all } votos: lidera el mandato { $term }.
leader-elected-plain = { $node } gana la elección del mandato { $term }.
leader-elected-joint = { $node } tiene suficientes votos de los miembros antiguos y de los nuevos: lidera el mandato { $term }.
leader-elected-alone = { $node } es el único votante: lidera el mandato { $term }.

vote-refused-without-rule = { $voter } se niega a votar por { $candidate }, solo porque esta regla está desactivada: { $rule }

## Liderar, y dejar de hacerlo

heartbeats-hold = { $leader } lidera el mandato { $term }. Sus latidos impiden que los demás inicien una elección.
heartbeats-hold-some = { $leader } lidera el mandato { $term }. Un nodo que recibe sus latidos a tiempo no inicia ninguna elección.
leader-alone = { $leader } lidera el mandato { $term }. Es el único votante.
leader-cut-off = { $leader } lidera el mandato { $term }, pero solo llega a { $count } de { $all } nodos, así que no puede confirmar nada.
old-leader-cut-off = { $leader } aún cree que lidera el mandato { $term }, pero solo llega a { $count } de { $all } nodos, así que no puede confirmar nada.
leader-cut-off-with-entry = { $leader } lidera el mandato { $term }, pero solo llega a { $count } de { $all } nodos, así que no puede confirmar { $entry }.
old-leader-cut-off-with-entry = { $leader } aún cree que lidera el mandato { $term }, pero solo llega a { $count } de { $all } nodos, así que no puede confirmar { $entry }.
leader-unanswered = { $leader } lidera el mandato { $term }, pero solo recibe respuestas de { $count } de { $all } nodos, así que no puede confirmar nada.
leader-unanswered-with-entry = { $leader } lidera el mandato { $term }, pero solo recibe respuestas de { $count } de { $all } nodos, así que no puede confirmar { $entry }.
leader-cut-off-joint = { $leader } lidera el mandato { $term }, pero no llega a { $quorum }, así que no puede confirmar nada.
stepped-down-newer-term = { $node } se entera de que ha empezado el mandato { $term }, así que deja de liderar.
stepped-down-for-other = { $leader } también lidera el mandato { $term }, así que { $node } deja de liderar.
stepped-down-lost-quorum = Desde hace un tiempo, { $node } recibe respuestas de demasiado pocos votantes: { $count } de { $all }, contándose a sí mismo. Así que deja de liderar.
stepped-down-own-count = Según su propio recuento, { $node } recibe desde hace un tiempo respuestas de demasiado pocos votantes, así que deja de liderar.
stepped-down-lost-everyone = Ningún otro votante ha respondido a { $node } desde hace un tiempo, así que deja de liderar.
stepped-down-removed = { $node } ya no es votante, así que deja de liderar.
stepped-down-handed-over = { $successor } toma el relevo: pide votos en el mandato { $term }, así que { $node } deja de liderar.
candidate-beaten = { $leader } lidera el mandato { $term }, así que { $node } ya no es candidato.
candidate-outdated = { $node } se entera de que ha empezado el mandato { $term }, así que ya no es candidato.
transfer-started = { $node } cede el liderazgo a { $successor }.
transfer-ended = { $successor } no ha tomado el relevo a tiempo, así que { $node } sigue liderando.
transfer-withdrawn = Una nueva petición anula la cesión de { $node } a { $successor }.
transfer-impossible = { $successor } no puede tomar el relevo de { $node }: no es otro votante de la composición más reciente.

## El registro

entry-in-log = { $entry } está en el registro de { $leader }. Se confirma cuando { $quorum } la tengan.
entry-in-log-alone = { $entry } está en el registro de { $leader }. { $leader } es el único votante, así que se confirma cuando esté en el disco.
membership-in-log = La nueva composición está en el registro de { $leader }. Se confirma cuando { $quorum } la tengan.
membership-in-log-joint = La nueva composición está en el registro de { $leader }. Necesita { $quorum }.
entry-in-log-joint = { $entry } está en el registro de { $leader }. Necesita { $quorum }.
entry-committed = { $copies } de { $all } nodos tienen { $entry }: { $leader } la confirma.
entry-counted =
    { $copies ->
        [one] { $leader } cuenta { $copies } copia de { $entry }, así que la confirma.
       *[other] { $leader } cuenta { $copies } copias de { $entry }, así que la confirma.
    }
membership-counted =
    { $copies ->
        [one] { $leader } cuenta { $copies } copia de la nueva composición, así que la confirma.
       *[other] { $leader } cuenta { $copies } copias de la nueva composición, así que la confirma.
    }
entry-committed-joint = Suficientes miembros antiguos y suficientes nuevos tienen { $entry }: { $leader } la confirma.
entry-committed-without-rule = { $copies } de { $all } nodos tienen { $entry }, que es del mandato { $entry-term }: { $leader } la confirma solo porque una regla está desactivada.
membership-committed = { $copies } de { $all } nodos tienen la nueva composición: { $leader } la confirma.
membership-committed-joint = Suficientes miembros antiguos y suficientes nuevos tienen la nueva composición: { $leader } la confirma.
entry-of-older-term = { $copies } de { $all } nodos tienen { $entry }, pero { $leader } solo cuenta copias de entradas de su propio mandato, el { $term }.
entry-applied-everywhere = Los { $count } nodos han aplicado { $entry }.
membership-applied-everywhere = Los { $count } nodos usan ya la nueva composición.
entry-removed = { $node } elimina la entrada { $index } (mandato { $term }): el líder { $leader } tiene ahí una entrada del mandato { $leader-term }.
entries-removed = { $node } elimina las entradas { $index } a { $last-index }: el líder { $leader } tiene en { $index } una entrada del mandato { $leader-term }.
entries-removed-without-rule = { $node } elimina su registro desde la entrada { $index } hasta la { $last-index }, aunque ahí nada está en conflicto, porque esta regla está desactivada: { $rule }
snapshot-installed = { $node } instala una instantánea que sustituye su registro hasta la entrada { $index }.

## Clientes

redirected = { $node } no lidera. Remite al cliente a { $leader }.
redirected-nowhere = { $node } no lidera y no conoce a ningún líder.
client-waits = { $client } espera una respuesta a { $operation }.
client-told-committed = { $client } recibe la respuesta: { $operation } está confirmado.
client-told-value = { $client } recibe la respuesta: { $key } es { $value }.
client-told-unset = { $client } recibe la respuesta: { $key } no tiene valor.
client-told-differs = { $client } recibe la respuesta: { $key } es { $value }, no { $expected }, así que nada ha cambiado.
client-told-differs-unset = { $client } recibe la respuesta: { $key } no tiene valor, así que nada ha cambiado.
client-told-not-a-number = { $client } recibe la respuesta: { $key } no es un número, así que no se ha sumado nada.
client-told-superseded = { $client } recibe la respuesta: { $operation } nunca se confirmó.
client-told-superseded-unsafe = { $client } recibe la respuesta: otra entrada cuenta como confirmada en lugar de { $operation }.
client-read-unanswered = { $client } no ha recibido respuesta a su lectura de { $key }.
client-write-unanswered = { $client } no ha recibido respuesta: { $operation } puede haber tenido efecto, o puede tenerlo aún.

## Tus acciones, o las de un guion

links-all-mended = Todos los enlaces vuelven a funcionar.
link-cut = El enlace { $first }–{ $second } está cortado: sus mensajes se pierden.
link-mended = El enlace { $first }–{ $second } vuelve a funcionar.
links-cut =
    { $count ->
        [one] { $count } enlace está cortado: sus mensajes se pierden.
       *[other] { $count } enlaces están cortados: sus mensajes se pierden.
    }
links-mended =
    { $count ->
        [one] { $count } enlace vuelve a funcionar.
       *[other] { $count } enlaces vuelven a funcionar.
    }
direction-cut = Los mensajes de { $from } ya no llegan a { $to }.
direction-mended = Los mensajes de { $from } vuelven a llegar a { $to }.
directions-cut-from = Los mensajes de { $from } ya no llegan a { $any-of }.
directions-cut-to = Los mensajes de { $nodes } ya no llegan a { $to }.
node-isolated = { $node } está aislado de los demás nodos.
node-reconnected = { $node } vuelve a llegar a todos los nodos.
network-split-in-two = La conexión de { $nodes } con { $others } está cortada.
network-split = La red está dividida: { $groups }.
network-group = { $nodes }
network-groups = { $groups } / { $nodes }
client-sends-to-node = { $client } envía { $operation } a { $node }.
client-sends = { $client } envía { $operation }.
client-sends-again = { $client } envía de nuevo su petición { $number }.
node-frozen = { $node } está congelado: no hace nada hasta que lo reanudes.
node-resumed = { $node } se reanuda y procesa todo lo que llegó mientras tanto.
disk-erased = Todo lo que había en el disco de { $node } se ha borrado. { $node } no puede volver a arrancar; hay que sustituirlo.
disk-damaged = El disco de { $node } está dañado. { $node } lo notará la próxima vez que arranque.
disk-nothing-to-damage = El disco de { $node } no contiene ninguna entrada que se pueda dañar.
server-replaced = Un servidor nuevo con el disco vacío sustituye a { $node }.
timer-set = El temporizador de elección de { $node } vencerá dentro de { $span }.
snapshot-taken = { $node } sustituye por una instantánea lo que ha aplicado de su registro.
snapshot-of-nothing = { $node } aún no ha aplicado nada, así que no hay nada que sustituir por una instantánea.
network-changed = Ahora todos los enlaces: { $quality }.
link-changed = Ahora el enlace { $from }→{ $to }: { $quality }.
link-held = El enlace { $from }→{ $to } retiene sus mensajes hasta que lo liberes.
link-released = El enlace { $from }→{ $to } vuelve a entregar sus mensajes.
clock-changed = El reloj de { $node } va al { $share } de la velocidad real.
clock-stopped = El reloj de { $node } está parado, y también sus temporizadores.
clock-jumped = El reloj de { $node } salta { $span } hacia delante.
node-configured = { $node } tiene ahora un ajuste propio: { $command }.
rule-off = Regla desactivada: { $rule }
rule-on = Regla activada de nuevo: { $rule }
membership-requested = Se pide al líder que cambie los miembros.
member-addition-requested = Se pide al líder que añada { $node }.
member-removal-requested = Se pide al líder que quite { $node }.
replacement-requested = Se pide al líder que sustituya { $node } por { $other }.
transfer-requested = Se pide al líder que ceda el liderazgo a { $node }.
message-duplicated = { $message }: se envía dos veces.
message-delayed = { $message }: se retrasa { $span }.
message-dropped = { $message }: se descarta.
next-message-dropped = Se descarta el próximo mensaje de esta clase de { $from } a { $to }: { $what }.
no-leader-to-ask = No hay ningún líder al que pedírselo.
replace-members-first = { $node } aún es miembro. Primero quítalo y luego sustitúyelo.
replace-impossible = No se puede sustituir { $node }: no queda ningún nodo que pueda quitarlo del clúster.

### Rótulos y nombres accesibles del escenario.

node-name = Nodo { $node }
client-name = Cliente { $client }
node-term = Mandato: { $term }
status-stopped = Detenido
status-frozen = Congelado
status-learner = Aprendiz
status-outside = No miembro
status-leader = Líder
status-would-vote = Votarían: { $votes }/{ $all }
status-votes = Votos: { $votes }/{ $all }
status-follows = Líder: { $leader }
status-voted = Votó: { $candidate }
status-follower = Seguidor

## Una frase para un lector de pantalla

node-follower = Nodo { $node }, seguidor, mandato { $term }, { $status }, valor { $value }
node-follower-unset = Nodo { $node }, seguidor, mandato { $term }, { $status }, sin valor
node-pre-candidate = Nodo { $node }, precandidato, mandato { $term }, { $status }, valor { $value }
node-pre-candidate-unset = Nodo { $node }, precandidato, mandato { $term }, { $status }, sin valor
node-candidate = Nodo { $node }, candidato, mandato { $term }, { $status }, valor { $value }
node-candidate-unset = Nodo { $node }, candidato, mandato { $term }, { $status }, sin valor
node-leader = Nodo { $node }, líder, mandato { $term }, valor { $value }
node-leader-unset = Nodo { $node }, líder, mandato { $term }, sin valor
node-leader-frozen = Nodo { $node }, líder, mandato { $term }, congelado, valor { $value }
node-leader-frozen-unset = Nodo { $node }, líder, mandato { $term }, congelado, sin valor
node-stopped-description = Nodo { $node }, detenido, mandato { $term }
client-description = Cliente { $client }. { $status }
link-up = Enlace { $first }–{ $second }: funciona
link-cut-both = Enlace { $first }–{ $second }: cortado en ambos sentidos
link-cut-one = Enlace { $first }–{ $second }: cortado de { $from } a { $to }
cluster-label = Clúster
nodes-and-links-label = Nodos y enlaces
messages-label = Mensajes en tránsito
cluster-drawing-label = Cinco nodos y un cliente

## Registros

log-behind =
    { $count ->
        [one] falta { $count }
       *[other] faltan { $count }
    }
log-folded = { $index }–{ $last-index }

## Bajo la frase

sentence-label = Lo que ocurre
heal = Reparar
why-button = ¿Por qué?
why-button-title = ¿Por qué? (W)
suggest-start = Volver a arrancar { $node }
suggest-replace = Sustituir { $node }
suggest-send = Enviar { $operation }
suggest-send-to-old-leader = Enviar { $operation } a { $node }, el antiguo líder
suggest-isolate-leader = Aislar { $node }, el líder
suggest-stop-leader = Detener { $node }, el líder
suggest-hand-over = Ceder el liderazgo a { $node }

## El campo de un cliente

value-label = Valor
value-for-node = Valor para { $node }
send = Enviar
senders-label = Cliente
client-status-waiting = { $operation } enviado a { $node }, en espera
client-status-committed = { $operation } confirmado
client-status-value = respuesta: { $key } es { $value }
client-status-unset = respuesta: { $key } no tiene valor
client-status-not-a-number = respuesta: { $key } no es un número
client-status-superseded = { $operation } nunca confirmado
client-status-superseded-unsafe = { $operation }: otra entrada ocupó su lugar
client-status-unanswered = sin respuesta de { $node } a { $operation }

### Reproducción, barra de tiempo y sus marcas, ramas y pausas.

transport-label = Tiempo
play = Reproducir
play-title = Reproducir (Espacio)
pause = Pausa
pause-title = Pausa (Espacio)
step = Paso
step-title = Avanzar al siguiente evento (→)
back = Atrás
back-title = Volver al evento anterior (←)
speed = Velocidad
speed-title = Velocidad (+ y −)
reset = Reiniciar
reset-title = Reiniciar esta semilla (R); tus acciones se pueden recuperar
new-seed = Nueva semilla
new-seed-title = Nueva ejecución aleatoria
badge-rule = Regla desactivada: { $rule-name }
badge-bug = Defecto: { $name }
badge-rules =
    { $count ->
        [one] 1 regla desactivada
       *[other] { $count } reglas desactivadas
    }
badge-bugs =
    { $count ->
        [one] 1 defecto
       *[other] { $count } defectos
    }
badge-rules-and-bugs = { $rules }, { $bugs }
badge-title = { $badge }. Abrir los ajustes
badge-title-names = { $badge }: { $keys }. Abrir los ajustes
undo-reset = Deshacer el reinicio
undo-new-seed = Deshacer la nueva semilla
undo-restart = Deshacer el reinicio
redo = Rehacer
undo-title = Recuperar la ejecución anterior (U)
seed-title = La semilla de esta ejecución
seed-label = semilla

## La barra de tiempo

time-label = Tiempo
time-whole-seconds = { $whole-seconds } s
time-position = { $at }
time-of-end = { $at } de { $until }
time-in-term = { $position }, mandato { $term }
time-at-mark = { $position }, { $mark }
term-band = mandato { $term }
mark-leader = { $node } pasa a ser líder
mark-stopped = { $node } se detiene
mark-started = { $node } arranca
mark-cut = se cortan enlaces
mark-mended = se reconectan enlaces
mark-action = tu acción
mark-script-action = actúa el guion
mark-broken = se incumple { $guarantee }
mark-and-more = { $mark }, y { $count } más
branches = Ramas
branches-count =
    { $count ->
        [one] { $count } rama
       *[other] { $count } ramas
    }

## Barra superior

tour = Recorrido
tour-start = Empezar el recorrido
tour-continue = Continuar el recorrido
tour-by-hand = O pruébalo a mano: corta un enlace, pulsa un nodo, envía un valor.
stories = Historias
share = Compartir
guarantees = Garantías
inspector = Inspector
inspector-title = Inspector (I)
settings = Ajustes
guarantees-all-hold = Todas las garantías se cumplen
guarantees-some-broken =
    { $count ->
        [one] { $count } garantía incumplida
       *[other] { $count } garantías incumplidas
    }
dismiss = Cerrar

## Cuando algo se ha roto

crash-title = Algo se ha roto.
crash-text = Es un defecto de esta página, no culpa tuya. El informe de abajo muestra exactamente lo que has visto. Envíalo, por favor, a { $address }.
crash-report = Informe
crash-restart = Empezar de nuevo
copy = Copiar
copied = Copiado
press-to-copy = Pulsa Ctrl+C para copiar

## What was opened: a file or story by its name in quotation marks, or a link

source-file = «{ $name }»
source-link = El vínculo

## Acciones: lo que se hace («detener C») y lo que se hizo («C detenido»)

do-stop = detener { $node }
do-start = arrancar { $node }
do-cut = cortar de { $from } a { $to }
do-mend = reconectar de { $from } a { $to }
do-cut-link = cortar el enlace { $first }–{ $second }
do-mend-link = reconectar el enlace { $first }–{ $second }
do-cut-links = cortar enlaces
do-mend-links = reconectar enlaces
do-heal = reconectar todos los enlaces
do-partition = dividir la red
do-isolate = aislar { $node }
do-time-out = hacer vencer el temporizador de { $node }
do-set-timer = fijar el temporizador de { $node }
do-freeze = congelar { $node }
do-resume = reanudar { $node }
do-erase = borrar el disco de { $node }
do-damage = dañar el disco de { $node }
do-replace = sustituir { $node }
do-snapshot = tomar una instantánea en { $node }
do-drop = descartar un mensaje
do-duplicate = duplicar un mensaje
do-delay = retrasar un mensaje
do-hold = retener el enlace { $from }→{ $to }
do-release = liberar el enlace { $from }→{ $to }
do-link = cambiar el enlace { $from }→{ $to }
do-network = cambiar la red
do-clock = cambiar el reloj de { $node }
do-transfer = ceder el liderazgo a { $node }
do-add = añadir { $node }
do-remove = quitar { $node }
do-change-members = cambiar los miembros
do-replace-by = sustituir { $node } por { $other }
do-disk = cambiar el disco de { $node }
do-configure = cambiar un ajuste de { $node }
do-ask = pedir a { $node } { $action }
do-waive = desactivar la regla { $rule-name }
do-enforce = activar la regla { $rule-name }
do-send = enviar { $operation }
do-send-to = enviar { $operation } a { $node }
do-send-again = enviar de nuevo la petición { $number } de { $client }
did-stop = { $node } detenido
did-start = { $node } arrancado
did-cut = { $from } a { $to } cortado
did-mend = { $from } a { $to } reconectado
did-cut-link = enlace { $first }–{ $second } cortado
did-mend-link = enlace { $first }–{ $second } reconectado
did-cut-links = enlaces cortados
did-mend-links = enlaces reconectados
did-heal = todos los enlaces reconectados
did-partition = red dividida
did-isolate = { $node } aislado
did-time-out = temporizador de { $node } hecho vencer
did-set-timer = temporizador de { $node } fijado
did-freeze = { $node } congelado
did-resume = { $node } reanudado
did-erase = disco de { $node } borrado
did-damage = disco de { $node } dañado
did-replace = { $node } sustituido
did-snapshot = instantánea tomada en { $node }
did-drop = mensaje descartado
did-duplicate = mensaje duplicado
did-delay = mensaje retrasado
did-hold = enlace { $from }→{ $to } retenido
did-release = enlace { $from }→{ $to } liberado
did-link = enlace { $from }→{ $to } cambiado
did-network = red cambiada
did-clock = reloj de { $node } cambiado
did-transfer = cesión del liderazgo a { $node } pedida
did-add = adición de { $node } pedida
did-remove = retirada de { $node } pedida
did-change-members = cambio de miembros pedido
did-replace-by = sustitución de { $node } por { $other } pedida
did-disk = disco de { $node } cambiado
did-configure = ajuste de { $node } cambiado
did-ask = pedido a { $node } { $action }
did-waive = regla { $rule-name } desactivada
did-enforce = regla { $rule-name } activada
did-send = { $operation } enviado
did-send-to = { $operation } enviado a { $node }
did-send-again = petición { $number } de { $client } enviada de nuevo

## Ramas

