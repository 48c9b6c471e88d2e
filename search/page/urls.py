from django.urls import path

from search.page import views

app_name = "search"
urlpatterns = [
    path("", views.results, name="results"),
    path("suggest/", views.suggest, name="suggest"),
    path("clicked/", views.clicked, name="clicked"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
]
