"""English words of the practices that are translated: Russian, then English."""

_PAIRS = (
    ("Родник во дворе: вода, за которой следят сами", "A spring in the yard, watched by its neighbours"),
    (
        "Заброшенный родник стал местом, куда идут с детьми. Анализ воды теперь на доске, а дежурит каждый подъезд.",
        "A neglected spring became a place for families. The water's analysis hangs on a board, and every "
        "stairwell takes its turn.",
    ),
    (
        "Родник у озера зарос и пах болотом. Люди брали из него воду, но никто не знал, можно ли её пить.",
        "The spring by the lake was overgrown. People drew water, and nobody knew whether it was safe.",
    ),
    (
        "ТОС провёл сход, выбрал ответственных от подъездов, заказал анализ воды и за одно лето построил "
        "спуск, навес и доску с результатами.",
        "The council met, chose a person for every stairwell, had the water analysed, and built steps, a "
        "roof and a board in one summer.",
    ),
    ("Сдать воду на анализ", "Have the water analysed"),
    (
        "Лаборатория даёт заключение с печатью: с него начинается разговор.",
        "The laboratory's sealed report is where every talk begins.",
    ),
    ("1 неделя", "1 week"),
    ("Провести сход жителей", "Hold a meeting of residents"),
    (
        "Решить, что строим, и выбрать дежурных от каждого подъезда.",
        "Decide what to build, and choose who watches for every stairwell.",
    ),
    ("1 вечер", "1 evening"),
    ("Согласовать работы с администрацией", "Agree the works with City Hall"),
    ("Нужна схема участка и письмо от ТОС.", "A plan of the place and a letter are needed."),
    ("3 недели", "3 weeks"),
    ("Построить спуск и навес", "Build the steps and the roof"),
    (
        "Три субботника по двадцать человек, материалы дал магазин.",
        "Three Saturdays of twenty people; a shop gave the materials.",
    ),
    ("1 месяц", "1 month"),
    ("Завести график дежурств", "Draw up a rota"),
    (
        "Раз в неделю подъезд убирает у родника, раз в квартал сдаёт воду.",
        "A stairwell cleans weekly and has the water tested every quarter.",
    ),
    ("52 семьи", "52 families"),
    ("8 семей", "8 families"),
    ("берут воду каждую неделю", "draw water every week"),
    ("4 раза", "4 times"),
    ("в год проверяют воду", "a year the water is tested"),
    ("26 человек", "26 people"),
    ("дежурят по графику", "keep the rota"),
    ("Магазин «Молоток и небылица»", "Molotok i Nebylitsa, a shop"),
    ("Конкурс городских проектов", "Contest of city projects"),
    ("координатор и 20 добровольцев", "a coordinator and 20 volunteers"),
    ("3 месяца", "3 months"),
    (
        "Начинайте с анализа воды: без заключения лаборатории разговор с администрацией не начнётся. Не "
        "стройте навес до согласования.",
        "Begin with the analysis: without the report City Hall will not listen. Do not build before the "
        "works are agreed.",
    ),
    ("Лаборатория «Капля и пробирка»: анализ воды бесплатно", "Kaplya i Probirka, a laboratory: free analyses"),
    ("Магазин «Молоток и небылица»: материалы", "Molotok i Nebylitsa, a shop: materials"),
    (
        "Вместо навеса поставили беседку, график ведут школьники.",
        "A summer house instead of a roof; schoolchildren keep the rota.",
    ),
    ("Родник чистый второй год, рядом появилась тропа.", "Clean for the second year, with a path beside it."),
    ("Привели в порядок сразу два родника.", "Two springs were put in order at once."),
    ("Администрация взяла анализы воды на себя.", "City Hall took the analyses upon itself."),
    ("ТОС «Верхний ключ»", "Verkhny Klyuch TOS"),
    ("Старозабытинск", "Starozabytinsk"),
    ("Наталья из ТОС расскажет: +7 (000) 000-00-21", "The council will tell: +7 (000) 000-00-21"),
)
RODNIK = dict(_PAIRS)
