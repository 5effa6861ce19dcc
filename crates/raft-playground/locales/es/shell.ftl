### La página alrededor del escenario: título, barra superior, ayuda, historias y averías.

page-title = Raft Playground
page-description = Un clúster Raft de verdad para jugar: corta sus enlaces, detén sus nodos, envíale valores y observa lo que hace.
page-needs-script = Esta página necesita JavaScript y WebAssembly.
page-did-not-start = La página no ha arrancado. Necesita un navegador con WebAssembly y los archivos que la acompañan.

## Barra superior

help = Ayuda
help-button-title = Ayuda (?)
presentation = Presentación
presentation-title = Presentación (F)
presentation-end = Terminar la presentación
presentation-end-title = Terminar la presentación (F)
theme = Modo oscuro
language = Idioma

## Ayuda: el escenario

help-stage = En el escenario
help-stage-use = Un nodo muestra el valor de la última clave que cambió. Un contorno continuo es un líder; uno discontinuo, un candidato. Cuando se cierra el arco blanco, su temporizador de elección, el nodo inicia una elección. A su lado están las últimas entradas de su registro, cada una con su índice y su mandato. En rojo y discontinua: el nodo no sabe que está confirmada. Rayada: aún no está en su disco. Una barra junto a una entrada: recién confirmada. Una línea que la cruza: recién eliminada.

## Ayuda: mensajes

help-messages = Mensajes
help-vote-request = pide un voto
help-vote-granted = lo concede
help-heartbeat = latido
help-vote-refused = lo niega
help-entries = lleva entradas
help-entries-accepted = las acepta
help-client-request = de un cliente
help-client-answer = la respuesta
help-duplicate = un duplicado

## Ayuda: la barra de tiempo

help-time-bar = En la barra de tiempo
help-mark-leader = líder elegido
help-mark-stopped = nodo detenido
help-mark-started = nodo arrancado
help-mark-cut = enlaces cortados
help-mark-mended = enlaces reconectados
help-mark-action = tu acción
help-mark-broken = garantía incumplida
help-mark-committed = confirmado
help-time-bar-use = Arrastra el marcador a cualquier momento. Si actúas en el pasado, empieza una rama; haz clic en una línea discontinua para cambiar de rama.

## Ayuda: lo que se puede hacer a mano

help-by-hand = A mano
help-by-hand-use = Haz clic en un nodo o en un mensaje para actuar sobre él. Haz clic en un enlace para cortarlo; cerca de un extremo, para cortar un solo sentido. Traza una línea para cortar todos los enlaces que cruza. Arrastra desde un cliente hasta un nodo y suelta el valor en ese nodo; arrastra el extremo del arco de un temporizador para fijarlo.
help-operations = Envía x=8, 8, x+=2, del x, x: 5->7 o get x.

## El recorrido en una página de texto

help-readable-tour = El recorrido como texto, para imprimir
help-book = El libro: guías y referencia (en inglés)
readable-title = El recorrido de Raft Playground
readable-about = Todo el recorrido en una página de texto. La imagen junto a cada texto muestra el clúster en ese momento; en Raft Playground, está en marcha.
readable-chapters = Capítulos
readable-paper = En el artículo de Raft: { $section-number }
readable-open = Abrir en Raft Playground
readable-answer = Respuesta
readable-goals = Objetivos
readable-log = Registro de { $node }, desde la entrada { $index }: { $list }
readable-log-empty = Registro de { $node }: vacío
readable-entry = { $entry } (mandato { $term })
readable-entry-open = { $entry } (mandato { $term }, { $state })

## Ayuda: teclas

glossary = Glosario
glossary-learn = Aprender
glossary-learn-about = Aprender «{ $name }» en el recorrido
help-keys = Teclas
key-space = reproducir o pausar
key-arrows = avanzar al siguiente evento, y volver
key-home-end = al principio, al momento más reciente
key-page = en la barra de tiempo: a la siguiente marca, y volver
key-plus-minus = más rápido, más lento
key-reset = reiniciar esta semilla (tus acciones se pueden recuperar)
key-undo = deshacer un reinicio o una nueva semilla; otra vez: rehacer
key-arrows-node = en un nodo: alrededor del anillo; en un enlace: al siguiente
key-enter = en un nodo: su menú; en un enlace: cortarlo o reconectarlo
key-links = en un nodo: a sus enlaces
key-stop-freeze = en un nodo: detener, congelar, iniciar una elección; arrancar, reanudar
key-timer = en un nodo: su temporizador antes, después
key-isolate = en un nodo: aislarlo, reconectarlo
key-node-menu = en un nodo: instantánea, perder el disco, añadir o quitar, inspeccionar
key-next-message = el siguiente mensaje
key-shift-enter = en un enlace: solo el sentido hacia ese nodo
key-why = ¿por qué ha ocurrido eso?
key-glossary = qué significan los términos de la frase
key-inspector = el inspector
key-presentation = presentación: solo escenario, frase y controles
key-help = esta ayuda

## La galería: recorrido, historias y tareas

gallery-tour = Recorrido
gallery-story = Historias
gallery-task = Tareas
gallery-parts = Partes
gallery-search = Buscar
gallery-search-hint = Título, tema o sección del artículo
gallery-level = Nivel
gallery-all-levels = Todos los niveles
gallery-level-1 = Principiante
gallery-level-2 = Ya ha visto una elección
gallery-level-3 = Ingeniería
gallery-minutes = { $count } min
gallery-begun = Empezada
gallery-done = Terminada
gallery-solved =
    { $count ->
        [one] Resuelta con { $count } acto
       *[other] Resuelta con { $count } actos
    }
gallery-found = { $count } de { $all }
gallery-save = Guardar mi progreso
gallery-load = Cargar un progreso…
gallery-no-progress = { $file } no contiene ningún progreso de esta página.
gallery-close = Cerrar

### Compartir, archivos, enlaces, imágenes y trazas.

share-link-title = Un vínculo a este momento
share-caption = Leyenda
share-caption-placeholder = ¿En qué hay que fijarse?
share-link = Vínculo
share-copy = Copiar
share-copy-link = Copiar el vínculo
share-link-long = Muchos programas truncan los vínculos tan largos. Envía el archivo en su lugar.
share-embed = Insertar en una página
share-file-title = La ejecución como archivo
share-save = Guardar
share-open = Abrir…
share-file-label = Un archivo que abrir
share-drop = o suelta uno en la página
share-picture-title = Imagen
share-record = Grabar
share-stop-recording = Detener la grabación
share-trace-title = Exportar la traza

### Grabar una historia o una tarea.

share-author = Grabar una historia
author-title = Grabar una historia
author-close = Cerrar; la grabación se conserva
author-kept = La grabación se conserva hasta que salgas de esta página. «Grabar una historia», en el cuadro Compartir, la abre de nuevo.
author-name = Título
author-summary = Qué muestra
author-beats = Paradas
author-text = ¿Qué deben ver los lectores en este momento?
author-points = Señalar
author-add-beat = Añadir una parada
author-remove = Quitar
author-other-run = La ejecución anterior a este momento ha cambiado. Comprueba que el texto siga siendo cierto.
author-task = Tarea
author-begin-task = La tarea empieza aquí
author-task-text = Qué deben conseguir los lectores
author-goal = Objetivo
author-latch = Basta con alcanzarlo una vez
author-add-goal = Este es el objetivo
author-hint = Pista
author-add-hint = Añadir una pista
author-remove-task = Quitar la tarea
author-beat-in-task = Las paradas van antes del comienzo de la tarea.
author-save = Guardar
author-try = Probar
author-edit = Editar como texto
author-open = Abrir este texto
author-back = Volver a las paradas
author-source = La historia como texto
author-unsaved = Volver a la grabación sin guardar

### The Embed dialog, and the button in a frame.

embed-title = Insertar este momento
embed-controls = Controles
embed-controls-auto = Botones y barra de tiempo
embed-controls-none = Ninguno
embed-controls-full = La página entera
embed-theme = Colores
embed-theme-auto = Los del dispositivo del lector
embed-theme-light = Claros
embed-theme-dark = Oscuros
embed-language-auto = El del lector
embed-autoplay = Reproducir de inmediato
embed-preview = Vista previa
embed-tag = Dos líneas para tu página
embed-frame = O un marco sencillo
embed-copy-tag = Copiar las dos líneas
embed-copy-frame = Copiar el marco
embed-in-playground = Abrir en el playground
