### Los menús de nodos y mensajes.

## Títulos

menu-node = Nodo { $node }
menu-message = { $from } a { $to }
menu-duplicate = { $what } (duplicado)
menu-stopped = detenido
menu-leads = lidera el mandato { $term }
menu-asks = precandidato en el mandato { $term }
menu-candidate = candidato en el mandato { $term }
menu-follows = sigue a { $leader } en el mandato { $term }
menu-follower = seguidor en el mandato { $term }
menu-disk-question = ¿Qué ocurre con el disco de { $node }?
menu-remove-question = ¿Quitar { $node } del clúster?

## Lo que se puede hacer con un nodo

action-stop = Detener
action-start = Volver a arrancar
action-freeze = Congelar
action-resume = Reanudar
action-start-election = Iniciar una elección ya
action-timer-sooner = Temporizador antes
action-timer-later = Temporizador después
action-isolate = Aislar
action-reconnect = Reconectar
action-snapshot = Tomar una instantánea
action-lose-disk = Perder el disco…
action-remove = Quitar…
action-add = Añadir al clúster
action-replace = Sustituirlo
action-inspect = Inspeccionar
action-erase = Borrar
action-damage = Dañar
action-confirm-remove = Quitar
action-keep-disk = Nada
action-cancel = Cancelar

## Lo que se puede hacer con un mensaje

action-drop = Descartar
action-duplicate = Duplicar
action-delay = Retrasar 10 ms
action-delay-much = Retrasar 200 ms
action-next-message = Siguiente mensaje

## Enlaces y sucesores

menu-cut-link-to = Cortar el enlace con
menu-hand-over-to = Ceder el liderazgo a
menu-cut-link = Cortar el enlace { $first }–{ $second }
menu-mend-link = Reconectar el enlace { $first }–{ $second }
menu-hand-over = Ceder el liderazgo a { $node }

## Cuándo llega un mensaje

message-arrives = Enviado a los { $at }, llega a los { $until }.
message-will-be-lost = Enviado a los { $at }, se perderá a los { $until }.
message-held = Retenido hasta que liberes el enlace.

### El inspector y sus pestañas.

inspector-close = Cerrar el inspector
tab-logs = Registros
tab-node = Nodo
tab-network = Red
tab-clients = Clientes
tab-guarantees = Garantías
tab-transcript = Transcripción
tab-settings = Ajustes

## Registros

logs-label = Registros
legend-committed = confirmada
legend-uncommitted = no consta como confirmada
legend-not-on-disk = no está en el disco
legend-applied = ■ aplicada
legend-progress = ● matchIndex ► nextIndex: según el líder
legend-term = tono y número: el mandato de la entrada
log-row = { $node }, { $role }
log-ends-at = termina en { $index }
log-ends-at-progress = termina en { $index }, matchIndex { $match-index }, nextIndex { $next-index }
log-entry-name = Entrada { $index } de { $node }: { $entry }, { $state }. ¿Por qué?
entry-state-committed = confirmada
entry-state-committed-not-on-disk = confirmada, aún no en su disco
entry-state-open = ahí no consta como confirmada
entry-state-open-not-on-disk = ahí no consta como confirmada, aún no en su disco
entries-earlier = Entradas anteriores
entries-later = Entradas posteriores
entries-first-shown = Primer índice mostrado

## Nodo

node-choice = Nodo
node-disk = Disco de { $node }
node-writes = En escritura al disco
node-writes-note = se puede perder si { $node } se detiene ahora
node-memory = Memoria de { $node }
node-memory-note = se pierde si se detiene
node-memory-none = nada: está detenido
node-followers = Lo que { $node } sabe de los demás
node-messages-sent = Mensajes enviados
node-messages-note = desde que empezó la ejecución
node-json = Como JSON
field-term = mandato
field-vote = voto
field-snapshot = instantánea
field-log = registro
field-role = papel
field-leader = líder
field-commit-index = commitIndex
field-last-applied = lastApplied
field-voters = votantes
field-old-voters = votantes antiguos
field-learners = aprendices
field-value = valor de { $key }
field-frozen = congelado
value-none = ninguno
value-nodes = { $voters }
value-empty = vacío
value-frozen = los mensajes y los temporizadores esperan
due-never-clock = no hasta que su reloj funcione
due-never-disk = no hasta que el disco funcione
vote-yes = vota por él
vote-counted = cuenta como voto por él
vote-no = se niega
would-vote-yes = votaría por él
would-vote-no = no votaría por él
index-range = { $index }–{ $last-index }
timer-election = temporizador de elección
timer-heartbeat = temporizador de latidos
timer-quorum = temporizador de quórum
timer-transfer = temporizador de cesión
write-with-entry = { $write }: { $entry }
follower-progress = nextIndex { $next-index }, matchIndex { $match-index }, ronda { $answered } de { $sent }, { $transit }
follower-probing =
    { $count ->
        [one] { $count } sondeo sin respuesta
       *[other] { $count } sondeos sin respuesta
    }
follower-replicating =
    { $count ->
        [one] { $count } mensaje sin respuesta
       *[other] { $count } mensajes sin respuesta
    }
follower-snapshot =
    { $count ->
        [one] { $count } byte de una instantánea recibido
       *[other] { $count } bytes de una instantánea recibidos
    }

## Red

links = Enlaces
links-note = las filas envían, las columnas reciben
links-table = Enlaces: las filas envían, las columnas reciben
links-press-label = Qué hace una pulsación en un enlace
links-press-cuts = Cortar
links-press-holds = Retener
lane = { $from } a { $to }
lane-cut = { $from } a { $to }, cortado
lane-held = { $from } a { $to }, retenido
lane-special = { $from } a { $to }: { $quality }
messages-in-transit = Mensajes en tránsito
messages-none = ninguno
messages-more = y { $count } más
next-events = Lo que ocurre después
fate-held = retenido
fate-cut = se pierde en el corte
fate-random = se pierde al azar
fate-overflow = se pierde: el enlace está lleno
fate-lost = se pierde
message-why = ¿Por qué el mensaje { $number }?
message-drop = Descartar el mensaje { $number }
message-duplicate = Duplicar el mensaje { $number }
message-delay = Retrasar 10 ms el mensaje { $number }

## Clientes

clients = Clientes
clients-linearizable = linealizable
clients-not-linearizable = no linealizable
clients-undecided = sin decidir: demasiados órdenes posibles
clients-nothing-yet = Ningún cliente ha pedido nada todavía.
clients-overlap = Las barras que se solapan muestran peticiones que estuvieron en curso al mismo tiempo.
clients-earlier =
    { $count ->
        [one] { $count } petición anterior de { $client }
       *[other] { $count } peticiones anteriores de { $client }
    }
clients-history = Peticiones en el tiempo
clients-requests = Peticiones
column-request = Petición
column-outcome = Resultado
column-from = Desde
column-until = Hasta
time-range = { $at } a { $until }
time-range-open = { $at } a ahora
outcome-done = hecha
outcome-contradicts = contradice otra
outcome-failed = fallida
outcome-unknown = se desconoce
outcome-waiting = en espera
request-answer = { $operation }: { $answer }
answer-unset = sin valor
answer-not-a-number = no es un número
answer-failed = fallida
answer-unknown = se desconoce

## Transcripción

transcript-filter = Qué muestra la transcripción
filter-highlights = Lo principal
filter-protocol = Protocolo
filter-messages = Mensajes
filter-disks = Discos
filter-all = Todo
transcript-search = Buscar en la transcripción
transcript-earlier = Anteriores
transcript-later = Posteriores
transcript-searches = Buscando antes de los { $at } …
transcript-finds-nothing = Ninguna línea contiene este texto.
transcript-why = ¿Por qué?

### Los ajustes: cómo está hecho el clúster.

settings-now = tiene efecto ahora
settings-current = ahora { $value }
settings-restart = Reiniciar con estos
settings-discard = Descartar los cambios
settings-defaults = Valores por defecto

settings-cluster = Clúster
setting-nodes = Nodos
setting-nodes-hint = de 1 a 9 votantes
setting-spares = Nodos de reserva
setting-spares-hint = pueden incorporarse después; como mucho 9 nodos en total
setting-clients = Clientes
setting-clients-hint = de 0 a 3
setting-client-timeout = Tiempo de espera del cliente
setting-client-timeout-hint = después prueba con otro nodo
setting-forward = Reenviar las peticiones al líder
setting-forward-hint = desactivado: decir al cliente quién lidera, §8

settings-network = Red
setting-latency = Latencia
setting-latency-hint = mínima, como 20ms
setting-jitter = Variación
setting-jitter-hint = añadido aleatorio, hasta
setting-tail = Cola
setting-tail-hint = demora adicional infrecuente, de media
setting-loss = Pérdida
setting-loss-hint = perdidos al azar, como 5%
setting-duplicate = Duplicación
setting-duplicate-hint = llega dos veces
setting-reorder = Reordenación
setting-reorder-hint = tarda el quíntuple
setting-bandwidth = Ancho de banda
setting-bandwidth-hint = bytes por segundo, o unlimited

settings-clocks = Relojes
setting-clock = Reloj de { $node }
setting-clock-hint = del 10% al 1000% de la velocidad real, o «stands» (parado)

settings-timing = Tiempos y elecciones
setting-election-timeout = Tiempo de espera de elección
setting-election-timeout-hint = un tiempo, o dos como 150ms to 300ms, §5.2
setting-heartbeat-interval = Intervalo entre latidos
setting-heartbeat-interval-hint = menor que el tiempo de espera de elección, §5.2
setting-pre-vote = Prevoto
setting-pre-vote-hint = pregunta antes de iniciar una elección, tesis §9.6
setting-check-quorum = Comprobar quórum
setting-check-quorum-hint = un líder sin mayoría deja de liderar, tesis §6.2
setting-reads = Lecturas
setting-reads-hint = «round» (una ronda), o «lease 5%» (deriva de los relojes del 5 %)

settings-log = Registro e instantáneas
setting-max-entries = Entradas por mensaje
setting-max-entries-hint = como mucho
setting-max-in-flight = Mensajes en tránsito
setting-max-in-flight-hint = como mucho, a un seguidor
setting-compact-after = Instantánea tras
setting-compact-after-hint = un número de entradas, o never (nunca), §7
setting-snapshot-chunk = Parte de instantánea
setting-snapshot-chunk-hint = bytes por mensaje

settings-disks = Discos
setting-disk-latency = Tiempo de escritura
setting-disk-latency-hint = sincronización incluida
setting-disk-jitter = Variación
setting-disk-jitter-hint = añadido aleatorio, hasta
setting-torn-writes = Escrituras parciales
setting-torn-writes-hint = proporción de caídas que dejan media escritura

settings-bugs = Defectos de sistemas reales
setting-votes-not-durable = Los votos no se escriben en el disco
setting-votes-not-durable-hint = la figura 2 lo exige
setting-early-answers = Las respuestas se envían antes de la escritura en el disco
setting-early-answers-hint = la figura 2 exige que la escritura vaya antes
setting-half-is-enough = Basta la mitad de los votantes
setting-half-is-enough-hint = §5.2 exige una mayoría
setting-local-reads = Cualquier nodo responde lecturas
setting-local-reads-hint = §8 lo prohíbe
setting-retries-applied = Los reintentos se aplican dos veces
setting-retries-applied-hint = sin sesiones de cliente, §8

settings-rules = Reglas del protocolo
settings-rules-off =
    { $count ->
        [one] { $count } desactivada
       *[other] { $count } desactivadas
    }
setting-rule-hint = { $section }. { $name }

## Lo que falla en un valor

value-missing = Escribe un valor.
value-trailing = Escribe un solo valor.
value-range = Debe estar entre { $least } y { $most }.
value-range-share = Debe estar entre { $least-share } y { $most-share }.
value-order = El segundo tiempo debe ser al menos el primero.
value-positive = Debe ser mayor que 0.
value-too-small = Debe ser al menos { $least }.
value-too-large = El número es demasiado grande.
value-too-long = Debe ser como mucho una hora.
value-too-long-for-script = Debe ser como mucho un día.
value-span = Escribe un tiempo como 20ms.
value-span-precision = Escribe un número entero de microsegundos.
value-share = Escribe un porcentaje como 5%.
value-share-precision = Escribe como mucho un decimal.
value-choice = Escribe { $choices }.
value-number = Escribe un número entero.
value-reads = Escribe «round» o «lease 5%».
value-never = Escribe un número de entradas, o «never».
value-unlimited = Escribe un número de bytes por segundo, o «unlimited».
value-too-many-nodes = Con { $count } nodos de reserva, el clúster tendría más de { $most } nodos.
value-heartbeat-too-slow = El intervalo entre latidos, { $span }, debe ser menor que el tiempo de espera de elección, { $waited }: si no, los seguidores inician elecciones aunque su líder esté vivo.
value-lease-without-time = A un arrendamiento que permite una deriva de los relojes del { $share } no le queda tiempo. La deriva debe ser menor que el 100 %.
value-lease-without-check-quorum = Un arrendamiento necesita «Comprobar quórum»: si no, los seguidores pueden elegir un nuevo líder antes de que el arrendamiento termine, y las lecturas son obsoletas. Para verlo, desactiva la regla leader-alive.
value-unknown = No existe «{ $word }».
value-repeated = «{ $word }» aparece dos veces.
value-suggestion = { $error } ¿Querías decir «{ $word }»?
value-other = { $text }

## Consejos sobre un ajuste válido

advice-leader-without-majority = Sin «Comprobar quórum», un líder que no llega a ninguna mayoría nunca deja de liderar, y un nodo que aún tiene noticias de él se niega a apoyar a otro nuevo: un solo enlace malo puede bloquear el clúster.
advice-equal-timeouts = Todos los nodos esperan exactamente { $span }, así que las elecciones pueden dividirse una y otra vez.
advice-slow-votes = Una petición, una escritura en el disco y la respuesta tardan { $span } o más: los votos pueden llegar demasiado tarde, y las elecciones vuelven a empezar.
advice-short-lease = El arrendamiento dura { $span }, no más que el intervalo entre los latidos que lo renuevan, así que muchas lecturas deben esperar una ronda.

### Qué garantiza Raft, cómo se puede incumplir una garantía y qué dice cada regla del protocolo.

## Garantías

guarantees-summary = { $holding } cumplidas, { $broken } incumplidas, { $undecided } sin decidir
guarantee-holds = se cumple
guarantee-broken = se incumple
guarantee-undecided = sin decidir
guarantee-is-broken = Se incumple { $guarantee }: { $facts }
broken-after-lost-tail = { $what } No es culpa de Raft: el disco de { $node } había perdido algo de lo que había acusado recibo.

guarantee-election-safety = Seguridad de la elección
guarantee-leader-append-only = El líder solo añade
guarantee-log-matching = Coincidencia de los registros
guarantee-leader-completeness = Completitud del líder
guarantee-state-machine-safety = Seguridad de la máquina de estados
guarantee-durable-quorum = Confirmado en un quórum duradero
guarantee-quorums-meet = Sin quórums disjuntos
guarantee-applied-in-order = Aplicado en orden
guarantee-linearizability = Linealizabilidad
guarantee-exactly-once = Exactamente una vez
guarantee-stable-leadership = Liderazgo estable
guarantee-liveness = Vivacidad

meaning-election-safety = Ningún mandato tiene dos líderes (§5.2).
meaning-leader-append-only = Un líder solo añade entradas a su propio registro; nunca cambia ni elimina una entrada en él (§5.3).
meaning-log-matching = Si dos registros tienen la misma entrada, coinciden hasta esa entrada (§5.3).
meaning-leader-completeness = Todo líder posterior tiene en su registro todas las entradas confirmadas (§5.4).
meaning-state-machine-safety = No hay dos nodos que apliquen entradas distintas en el mismo índice (§5.4.3).
meaning-durable-quorum = Una entrada confirmada está en los discos de una mayoría (§5.3).
meaning-quorums-meet = Toda mayoría que elige un líder incluye un nodo con todas las entradas confirmadas (§6).
meaning-applied-in-order = Un nodo aplica las entradas una tras otra y nunca retrocede (§5.3).
meaning-linearizability = Para los clientes, el clúster se comporta como un solo servidor que nunca falla (§8).
meaning-exactly-once = Una petición tiene efecto una sola vez, por muchas veces que se envíe (§8).
meaning-stable-leadership = Con prevoto, un líder del que una mayoría tiene noticias nunca es depuesto (tesis §9.6).
meaning-liveness = Mientras una mayoría pueda comunicarse, las peticiones se confirman (§5.6).

undecided-keys = Demasiados órdenes posibles para comprobar { $keys }.
undecided-while-acting = No se comprueba en esta página, donde tú mismo puedes deponer a un líder.
undecided-no-leader = No hay líder.
undecided-no-quorum = { $leader } lidera, pero intercambia mensajes con demasiado pocos nodos.
undecided-entry = El líder aún no ha confirmado la entrada { $index }.

## Cómo se incumplió una garantía

broken-election-safety = { $first } y { $second } lideran ambos el mandato { $term }.
broken-leader-append-only = { $leader } lidera el mandato { $term } y ha cambiado su propio registro en el índice { $index }.
broken-log-matching = { $first } y { $second } tienen ambos { $position }, pero sus registros difieren antes de ese lugar o en él.
broken-kept-conflict = { $node } conservó sus entradas hasta la { $last-index } tras una instantánea hasta la entrada { $index }, aunque en su registro venían otras entradas antes de ellas.
broken-leader-completeness = La entrada { $index } (mandato { $entry-term }) se confirmó en el mandato { $committed-term }, pero { $leader } lidera el mandato { $term } sin ella.
broken-state-machine-safety = En el índice { $index }, { $first } aplicó una entrada del mandato { $first-term }, y { $second } una del mandato { $second-term }.
broken-applied-uncommitted = { $node } ha aplicado la entrada { $index }, pero solo le consta que están confirmadas las entradas hasta la { $commit-index }.
broken-commit-beyond-log = { $node } cuenta como confirmada la entrada { $commit-index }, pero su registro termina en la entrada { $last-index }.
broken-rewound = { $node } había aplicado la entrada { $before-index }, y una instantánea lo ha hecho retroceder a la { $index }.
broken-durable-quorum =
    { $copies ->
        [0] { $node } ha confirmado la entrada { $index } (mandato { $entry-term }), pero ningún votante la tiene en su disco.
        [one] { $node } ha confirmado la entrada { $index } (mandato { $entry-term }), pero solo { $copies } votante la tiene en su disco.
       *[other] { $node } ha confirmado la entrada { $index } (mandato { $entry-term }), pero solo { $copies } votantes la tienen en su disco.
    }
broken-quorums-meet = La entrada { $index } (mandato { $entry-term }) se confirmó en el mandato { $committed-term }, pero no la tiene ninguno de los nodos que eligieron a { $leader } en el mandato { $term }.
broken-applied-in-order = { $node } aplicó la entrada { $before-index } y después la entrada { $index }.
broken-stale-read = { $client } leyó { $key } = { $value } después de que se dijera a { $other } que { $key } = { $expected }.
broken-stale-read-unset = { $client } leyó que { $key } no tiene valor después de que se dijera a { $other } que { $key } = { $expected }.
answer-with-outcome = { $operation }: { $outcome }
answer-to-request = respuesta a la petición { $number }
broken-order-after = Ningún orden de las peticiones explica «{ $answer }» de { $client } después de «{ $other-answer }» de { $other }.
broken-order = Ningún orden de las peticiones explica «{ $answer }» de { $client }.
broken-exactly-once = La petición { $number } de { $client } tuvo efecto dos veces: con la entrada { $index } y con la entrada { $other-index }.
broken-stable-leadership = { $leader } lideraba el mandato { $term } y una mayoría tenía noticias de él, pero el mandato { $other-term } lo depuso.
broken-liveness-leader = Todos los fallos que importan terminaron a los { $healed-at }, pero a los { $at } { $leader } lidera y no responde ninguna escritura.
broken-liveness-no-leader = Todos los fallos que importan terminaron a los { $healed-at }, pero a los { $at } no hay líder.

## Reglas del protocolo

rule-current-term = Los mensajes de mandatos anteriores se rechazan.
rule-vote-survives-step-down = Un voto no se puede retirar dentro de un mandato.
rule-one-vote-per-term = Un nodo da como mucho un voto por mandato, al primer candidato que lo pide.
rule-count-granted-votes = Solo cuentan los votos concedidos.
rule-one-leader-per-term = Un líder nunca acepta entradas de nadie en su propio mandato.
rule-consistency-check = Un seguidor acepta entradas solo si la entrada anterior a ellas es la misma en ambos registros.
rule-truncate-only-conflicts = Solo se eliminan las entradas en conflicto con las del líder.
rule-truncate-conflicts = Las entradas en conflicto con las del líder se eliminan.
rule-commit-verified-prefix = Un seguidor confirma solo la parte de su registro cuya coincidencia ha verificado este líder.
rule-credit-what-is-answered = Un líder atribuye a un seguidor solo aquello de lo que acusa recibo su respuesta.
rule-apply-committed = Solo se aplican entradas confirmadas.
rule-up-to-date-log = Un nodo vota solo por un candidato cuyo registro esté al menos tan actualizado como el suyo.
rule-commit-own-term = Un líder solo cuenta copias de entradas de su propio mandato.
rule-keep-committed = Las entradas confirmadas nunca se eliminan.
rule-membership-on-append = Una composición tiene efecto en cuanto está en el registro.
rule-membership-rolls-back = Una composición que se elimina del registro deja de tener efecto.
rule-only-voters-stand = Solo los votantes se hacen candidatos.
rule-any-member-votes = Un nodo vota aunque su propio registro, que puede estar atrasado, no lo incluya entre los votantes.
rule-count-only-voters = Solo cuentan los votantes actuales, no los aprendices ni los nodos quitados.
rule-one-change-at-a-time = Los cambios de composición se hacen de uno en uno.
rule-own-term-before-change = Un líder cambia los miembros solo después de haber confirmado una entrada de su propio mandato.
rule-catch-up-first = Los nodos nuevos se ponen al día antes de votar.
rule-joint-consensus = Los votantes cambian por medio de una composición conjunta.
rule-current-progress = Un acuse de recibo cuenta solo si se envió desde la última incorporación del seguidor.
rule-leader-alive = Los nodos que tienen noticias de un líder se niegan a votar contra él.
rule-snapshot-not-older = Una instantánea más antigua que lo confirmado se ignora.
rule-snapshot-keeps-suffix = Las entradas posteriores a una instantánea se conservan si el registro coincide con la instantánea.
rule-snapshot-drops-conflict = Un registro que no coincide con una instantánea se sustituye por ella.
rule-compacted-matches = Las entradas que una instantánea ha sustituido cuentan como coincidentes.
rule-nothing-during-transfer = Mientras un líder cede el liderazgo, no acepta peticiones nuevas.
rule-transfer-from-leader = Solo el propio líder de un nodo puede decirle que inicie una elección enseguida.
rule-pre-vote-spreads-term = Un nodo que se niega dice qué mandato más reciente conoce.
rule-current-request = Una respuesta cuenta solo mientras su petición sea la última de este nodo, en este mandato y desde su último arranque.
rule-read-after-own-term = Un líder responde lecturas solo después de haber confirmado una entrada de su propio mandato.
rule-read-after-round = Un líder responde una lectura solo después de que una mayoría haya corroborado que sigue liderando.
rule-lease-within-drift = Un arrendamiento es más corto que el tiempo de espera de elección; la diferencia es la deriva permitida de los relojes.
rule-no-lease-during-transfer = Un líder que ha cedido el liderazgo no tiene arrendamiento en ese mandato.

### Historias, preguntas y tareas.

story-label = Historia
story-back = Atrás
story-continue = Continuar
story-skip = Saltar
story-next = Siguiente historia
story-next-chapter = Siguiente capítulo
story-return = Volver a la historia
story-begin-task = Inténtalo tú
story-progress = { $number } de { $all }
story-later = { $span } después
story-invitation = Pruébalo: { $action }.
story-not-translated = Esta historia no está traducida, o solo en parte: el resto está en inglés.
story-choices = Tu respuesta
story-right = Cierto
story-wrong = No es cierto

## Acciones, tras «Pruébalo:» o «permitido:»

act-send = enviar un valor
act-cut = trazar una línea para cortar enlaces
act-mend = hacer clic en un enlace para reconectarlo
act-isolate = aislar un nodo
act-heal = reparar la red
act-stall = retener los mensajes de un enlace
act-drop = descartar un mensaje
act-duplicate = duplicar un mensaje
act-delay = retrasar un mensaje
act-stop = detener un nodo
act-start = arrancar un nodo detenido
act-freeze = congelar o reanudar un nodo
act-disk = dañar o sustituir un disco
act-timer = cambiar un temporizador de elección
act-snapshot = tomar una instantánea
act-members = añadir, quitar o sustituir un nodo
act-hand-over = ceder el liderazgo
act-setting = cambiar un ajuste

## Tareas

task-label = Tarea
task-acts =
    { $count ->
        [one] { $count } acción hasta ahora.
       *[other] { $count } acciones hasta ahora.
    }
task-not-allowed = Esa acción no cuenta aquí: { $action }. Deshazla.
task-solved =
    { $count ->
        [one] Resuelta con { $count } acción.
       *[other] Resuelta con { $count } acciones.
    }
task-solved-best =
    { $count ->
        [one] Resuelta con { $count } acción. La mejor solución conocida necesita { $least }.
       *[other] Resuelta con { $count } acciones. La mejor solución conocida necesita { $least }.
    }
task-solution-runs = Esta es una solución. No cuenta como tuya.
task-goal-reached = alcanzado
task-goal-open = no alcanzado
task-undo = Deshacer
task-start-over = Empezar de nuevo
task-hint = Pista
task-show-solution = Mostrar la solución
task-show-question = ¿Mostrar la solución? Entonces la tarea no cuenta como resuelta.
task-show-yes = Mostrarla
task-show-no = Seguir intentándolo

## Objetivos

goal-every-node = todos los nodos en marcha
goal-leader = un líder
goal-leader-in-term = un líder del mandato { $term }
goal-leads = líder: { $any-of }
goal-leads-in-term = líder del mandato { $term }: { $any-of }
goal-no-leader = ningún líder
goal-no-leader-in-term = ningún líder del mandato { $term }
goal-one-leader = exactamente un líder del mandato { $term }
goal-state = { $state }: { $who }
goal-running = en marcha
goal-frozen = congelado
goal-committed = consta que { $operation } está confirmado: { $who }
goal-uncommitted = { $operation } en el registro, no consta como confirmado: { $who }
goal-absent = { $operation } no está en el registro: { $who }
goal-value = { $key } es { $value }: { $who }
goal-no-value = sin valor de { $key }: { $who }
goal-operation = operación { $number } de { $client }: { $status }
goal-any-operation = { $client }: { $status }
goal-waiting = espera una respuesta
goal-done = hecha
goal-failed = se sabe que nunca tendrá efecto
goal-unknown = no se sabe si tuvo efecto
goal-read = leyó { $value }
goal-read-nothing = no leyó ningún valor
goal-term = en el mandato { $term }: { $who }
goal-vote = vota por { $candidate }: { $who }
goal-no-vote = sin voto en este mandato: { $who }
goal-commit-index = índice de confirmación { $commit-index }: { $who }
goal-snapshot = el registro empieza con una instantánea: { $who }
goal-members = miembros { $voters }: { $who }
goal-joint = en una composición conjunta: { $who }
goal-same-log = el mismo registro: { $who }
goal-same-state = los mismos valores: { $who }
goal-refused = { $node } rechazó la petición
goal-refused-by = { $node } rechazó la petición. { $rule }
goal-violation = se incumple: { $guarantee }
goal-no-violation-of = no se incumple: { $guarantee }
goal-no-violation = no se incumple ninguna garantía
goal-other = { $expectation }

## Compartir, archivos, enlaces, imágenes y trazas

share-copied = Copiado.
share-press-to-copy = Pulsa Ctrl+C para copiar.
share-saved = { $file } está guardado.
share-drop-here = Suelta el archivo para abrirlo
share-opening-long = { $source } contiene una ejecución larga: abrirla tarda un momento.

## Por qué no se ha podido abrir algo

source-command = El comando
command-empty = Este texto no contiene ningún comando.
open-too-large = { $source } no se ha abierto: supera los 2 MB.
open-not-text = { $source } no se ha abierto: no es un archivo de texto.
open-not-beside = { $source } no se ha abierto: no está en la carpeta de esta página.
open-no-connection = { $source } no se ha podido cargar: no hay conexión.
open-not-found = { $source } no se ha podido cargar: ese archivo no existe.
open-link-version = El vínculo no se ha abierto: tiene la versión { $version }, y esta página lee la versión 1.
open-link-cut-at-start = El vínculo no se ha abierto: está incompleto o dañado al principio.
open-link-damaged-at = El vínculo no se ha abierto: el carácter { $number } después de la dirección está dañado.
open-link-cut-short = El vínculo no se ha abierto: está incompleto. Tiene { $count } de { $all } caracteres.
open-link-checksum = El vínculo no se ha abierto: está dañado (su suma de comprobación no coincide).
open-script-error = { $source }, línea { $line }, columna { $column }: { $error }.
open-script-error-suggestion = { $source }, línea { $line }, columna { $column }: { $error }; ¿querías decir «{ $word }»?
open-script-value = { $source }, línea { $line }, columna { $column }: { $error }
open-script-setting = { $source }, línea { $line }, columna { $column }, { $key }: { $error }
open-bad-run = { $source } no se ha abierto: { $error }.
open-expectation-failed = { $source }, línea { $line }: no se ha cumplido una expectativa: { $expectation } ({ $detail }).
open-expectations-failed = { $source }, línea { $line }: no se ha cumplido una expectativa: { $expectation } ({ $detail }). No es la única.
open-other-version = { $source } procede de otra versión de esta página; aquí puede mostrar otra cosa.

## Trazas

trace-too-long = Un diagrama de { $count } eventos sería demasiado grande: { $most } es el máximo. NDJSON no tiene límite.
trace-not-here = Esta página no puede escribir la traza: falta su carpeta trace/ o no se ha podido cargar.
browser-failed = Este navegador no ha podido hacerlo: { $problem }

## What happens next

in-time = dentro de { $due }
now = ahora
at-time = a los { $at }
next-lost = { $message }: se pierde por el camino
next-finds-stopped = { $message }: llega, pero { $to } está detenido
next-arrives = { $message }: llega
next-election-timer = vence el temporizador de elección de { $node }
next-heartbeats = { $node } envía sus próximos latidos
next-quorum-check = { $node } cuenta los nodos que han respondido
next-transfer-timeout = se agota el plazo de { $node } para ceder el liderazgo
next-disk-write = el disco de { $node } termina una escritura
next-disk-write-fails = falla una escritura en el disco de { $node }
next-timer-of-frozen = vence un temporizador de { $node }, que está congelado
next-client-timeout = { $client } ha esperado lo suficiente una respuesta a { $operation }
next-your-action = tú: { $action }
next-script-action = el guion: { $action }

## The address: name=value

address-seed = { $parameter } se ignora: una semilla es un número entero de 0 a 18446744073709551615.
address-speed = { $parameter } se ignora: usa { $choices }.
address-nodes = { $parameter } se ignora: un clúster tiene de 1 a 9 nodos.
address-theme = { $parameter } se ignora: usa light o dark.
address-switch = { $parameter } se ignora: usa 1 o 0.
address-scenario = { $parameter } se ignora: usa un archivo .raft de la carpeta de esta página, como stories/x.raft.
address-at = { $parameter } se ignora: usa un instante de la primera hora, como 1200, 1200ms o 1.2s.
address-beat = { $parameter } se ignora: el nombre de un paso consta de letras minúsculas, cifras y guiones.
address-beat-unknown = { $parameter } se ignora: la ejecución no tiene ese paso.
address-choice = { $parameter } se ignora: usa { $choices }.
address-unknown = «{ $name }» en la dirección se ignora: usa seed, speed, paused, nodes, theme, embed, scenario, at, beat, controls, autoplay, pause-on-beats o lang.

## Pause when …

pause-when = Pausar cuando
pause-when-title = Pausar cuando …
pause-on-broken = se incumple una garantía
pause-on-leader = se elige un líder
pause-on-election = empieza una elección
pause-on-commit = se confirma una entrada
pause-on-roll-back = se revierte un registro
pause-on-refusal = se rechaza un mensaje
pause-on-loss = se pierde un mensaje
pause-on-stop = se detiene un nodo
pause-on-answer = un cliente recibe una respuesta
paused-on = En pausa: { $what }.

## Kinds of messages, as a title

kind-pre-vote = Petición de prevoto
kind-pre-vote-reply = Respuesta de prevoto
kind-vote-request = Petición de voto
kind-vote-reply = Respuesta de voto
kind-heartbeat = Latido
kind-append = Entradas
kind-append-reply = Acuse de recibo
kind-snapshot = Instantánea
kind-snapshot-reply = Acuse de recibo de instantánea
kind-timeout-now = Petición de tomar el relevo
kind-read-index = Petición de lectura al líder
kind-read-index-reply = Índice de lectura del líder
kind-forward = Petición reenviada
kind-forward-reply = Respuesta reenviada
kind-client-request = Petición de un cliente
kind-client-reply = Respuesta a un cliente

## A message with its sender, at the beginning of a sentence

message-pre-vote = Petición de prevoto de { $from } a { $to }
message-pre-vote-reply = Respuesta de prevoto de { $from } a { $to }
message-vote-request = Petición de voto de { $from } a { $to }
message-vote-reply = Respuesta de voto de { $from } a { $to }
message-heartbeat = Latido de { $from } a { $to }
message-append = Mensaje con entradas de { $from } para { $to }
message-append-reply = Acuse de recibo de { $from } a { $to }
message-snapshot = Instantánea de { $from } para { $to }
message-snapshot-reply = Acuse de recibo de instantánea de { $from } a { $to }
message-timeout-now = Petición de { $from } de que { $to } tome el relevo
message-read-index = Petición de lectura de { $from } a { $to }
message-read-index-reply = Índice de lectura de { $from } para { $to }
message-forward = Petición reenviada por { $from } a { $to }
message-forward-reply = Respuesta reenviada por { $from } a { $to }
message-client-request = Petición de { $from } a { $to }
message-client-reply = Respuesta de { $from } a { $to }

## Nodes and disks

node-started = { $node } vuelve a arrancar con lo que conservó su disco: el mandato { $term }, su voto y su registro.
node-started-without-vote = { $node } vuelve a arrancar con lo que conservó su disco: el mandato { $term } y su registro, pero no su voto.
node-stopped = { $node } se detiene. Su disco conserva su mandato, su voto y su registro.
node-stopped-without-vote = { $node } se detiene. Su disco conserva su mandato y su registro, pero no su voto.
node-stopped-damaged = { $node } se detiene. Su disco está dañado, así que no puede volver a arrancar.
node-stopped-in-write = { $node } se detiene en medio de una escritura, que se pierde.
node-stopped-torn-write = { $node } se detiene en medio de una escritura. Solo la mitad ha llegado al disco.
node-stopped-erased = { $node } se detiene y su disco se borra. No puede volver; sustitúyelo.
node-stopped-write-failed = Falla una escritura de { $node }, así que { $node } se detiene: no puede saber qué contiene su disco.
node-cannot-start = { $node } no puede arrancar: { $damage }.
damage-erased = su disco se ha borrado
damage-entry = la entrada { $index } de su disco está dañada (su suma de comprobación no coincide)
damage-hidden = su disco está dañado
disk-lost-entry = El disco de { $node } ha perdido la entrada { $index }, aunque había acusado recibo de ella.
disk-lost-entries = El disco de { $node } ha perdido las entradas { $index } a { $last-index }, aunque había acusado recibo de ellas.
disk-slow = Una escritura en el disco de { $node } tarda ahora { $span }.
disk-stuck = El disco de { $node } está bloqueado: ninguna escritura termina hasta que vuelva a funcionar.
disk-fails = El disco de { $node } falla: { $node } se detendrá en su próxima escritura.
disk-works = El disco de { $node } vuelve a funcionar.

## What one node is asked to do, and its answer. $action: “add D”.

node-asked = Se pide a { $node }: { $action }.
request-refused = { $node } se niega a { $action }: { $what }
refused-another-change = hay otro cambio en curso.
refused-own-term = { $node } aún no ha confirmado ninguna entrada de su propio mandato.
refused-newcomer = { $node } no se ha puesto al día a tiempo.
refused-new-voter = un nuevo votante no se ha puesto al día a tiempo.
refused-transfer = { $node } está cediendo el liderazgo.
refused-no-voter = no quedaría ningún votante.
refused-by-rule = una regla lo prohíbe. { $rule }
request-redirected = { $node } se niega a { $action }: no lidera, el líder es { $leader }.
request-redirected-nowhere = { $node } se niega a { $action }: no lidera y no conoce a ningún líder.
request-undecided = Se pidió a { $node }: { $action }, pero perdió el liderazgo antes de que se decidiera.

## What a press on a link does, below the link

tip-click = Clic: { $action }
tip-tap = Toca otra vez: { $action }
tip-enter = Intro: { $action }
tip-near-end = Cerca de un extremo: un solo sentido
tip-shift-enter = Mayús+Intro: un solo sentido
tip-cut-both = cortar { $first }–{ $second } en ambos sentidos
tip-mend-both = reconectar { $first }–{ $second } en ambos sentidos
tip-cut-one = cortar solo de { $from } a { $to }
tip-mend-one = reconectar solo de { $from } a { $to }

## What a drag does

drag-timer = vence dentro de { $span }
drag-send = Enviar { $operation } a { $node }

## What a client sends

operation-empty = Escribe algo que enviar, como x=8.
operation-form = Escribe x=8, 8, x+=2, del x, x: 5->7 o get x.
operation-key = Una clave tiene hasta { $most } letras, cifras o _, y empieza por una letra.
operation-value = Un valor tiene hasta { $most } caracteres simples.
operation-number = Suma un número entero, como x+=2.

## The quality of links: “latency 20–24 ms, 30 % lost”

quality-latency = latencia { $latency }
quality-latency-range = latencia de { $latency } a { $most-latency }
quality-tail = demora adicional infrecuente de { $span }
quality-loss = { $share } de pérdida
quality-duplicate = { $share } de duplicados
quality-reorder = { $share } de reordenados
quality-bandwidth = { $count } bytes por segundo

## Branches

branch-first = La primera rama
branch-name = A los { $at }: { $action }
branch-begun = Nueva rama desde los { $at }; la anterior se conserva.
story-left = Has dejado la historia a los { $at }.
branch-shown = Rama: { $done } a los { $at }.
branch-first-shown = Esta es la primera rama, de antes de que volvieras atrás.
