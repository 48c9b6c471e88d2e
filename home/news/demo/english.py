"""English words of some of the demo's news: slug → Russian segment → English segment."""

ENGLISH = {
    "forum-date": {
        "Назначен день нового форума": "The day of the new forum is set",
        "Оргкомитет выбрал дату и главную тему. Запись участников уже идёт.": (
            "The organisers have chosen the date and the main theme. Registration is open."
        ),
        "Форум пройдёт во Дворце культуры «Горизонт». Главная тема — чему соседние "
        "города могут научиться друг у друга.": (
            "The forum meets in the Gorizont Palace of Culture. Its main theme: what neighbouring "
            "towns can learn from one another."
        ),
        "Что изменится": "What will change",
        "Секций станет пять вместо четырёх: добавится секция о доступной среде. Каждая начнётся с отчёта о том, "
        "что сделано по рекомендациям прошлого года.": (
            "There will be five sections instead of four: one on accessibility is added. Each begins with a report "
            "on last year's recommendations."
        ),
    },
    "yard-opened": {
        "Двор на улице Мастеров сдан после ремонта": "The yard in Masterov Street is finished",
        "Жители сами выбрали план, подписали акт и теперь следят за гарантией.": (
            "Residents chose the plan, signed the acceptance and now watch over the guarantee."
        ),
        "Во дворе появились дорожка без бордюров, навес и свет вдоль подъездов. "
        "Проект два года вёл совет ТОС «Мастера».": (
            "The yard has got a kerb-free path, a shelter and lights. The Mastera council "
            "led the project for two years."
        ),
        "Площадка рассчитана на детей от двух до двенадцати лет.": "The playground is for children from two to twelve.",
        "Парковку вынесли за красную линию: спорили о ней четыре собрания.": (
            "The car park was moved beyond the building line, after four meetings of argument."
        ),
        "Гарантия подрядчика — пять лет, телефон висит на стенде.": (
            "The builder's guarantee is five years; the number is on the notice board."
        ),
    },
}
