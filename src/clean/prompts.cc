// SPDX-License-Identifier: Apache-2.0
//
// The prompts themselves, by language and kind.

#include "clean/prompts.h"

#include <array>
#include <cassert>

namespace pressmill::clean {
namespace {

// clang-format off
constexpr PromptList kLists[] = {
    {"en", Prompt::share,
     "=share|share this|share on|share via|share article|share story|share link|share to|"
     "=facebook|=twitter|=x|=whatsapp|=linkedin|=pinterest|=reddit|=telegram|=instagram|"
     "=youtube|=email|=print|=copy link|=link copied|=tweet|=pin|=pin it|tweet this|"
     "follow us|follow me on|^follow|like us on|find us on|email this|print this|"
     "copy link|link copied|=flipboard|=tumblr|=messenger|=threads|=bluesky|=mastodon|"
     "=tiktok|facebook twitter|join us on|connect with us"},
    {"en", Prompt::subscribe,
     "=subscribe|subscribe to|subscribe now|subscribe today|subscribe for|^subscribe|"
     "sign up for|=sign up|sign up now|sign up to|newsletter|newsletters|get the latest|"
     "delivered to your inbox|straight to your inbox|your inbox|stay up to date|"
     "stay informed|become a member|become a subscriber|support our journalism|support us|"
     "donate now|=donate|join our|premium content|already a subscriber|"
     "start your free trial|free trial|register for free|never miss|daily briefing|"
     "get notified|push notifications|manage alerts|subscriber only|exclusive access|"
     "unlimited access"},
    {"en", Prompt::read_more,
     "=read more|^read more|read the full|read full|continue reading|=more|=see more|"
     "=show more|=view more|=load more|=learn more|^learn more|=view all|=see all|"
     "^view all|^see all|=find out more|^find out more|click here|keep reading|read next|"
     "^read next|up next|^next up|=discover more|=explore more|^explore|^discover|"
     "read also|^also read|read this|story continues|article continues|scroll down|"
     "=full story|=details|=watch now|=watch|^watch:|=listen|^listen to|show less|"
     "=read now|=open|=expand|=more info"},
    {"en", Prompt::related,
     "=related|^related|related articles|related stories|related posts|related content|"
     "related topics|related news|related links|related reading|see also|^see also|"
     "more from|more stories|more news|more on this|^more on|^more in|more articles|"
     "you may also like|you might also like|you may like|you might like|"
     "recommended for you|=recommended|^recommended|recommended reading|"
     "recommended stories|most read|most popular|most viewed|most shared|=popular|"
     "popular posts|popular articles|popular stories|=trending|trending now|^trending|"
     "trending topics|latest news|latest articles|latest posts|latest stories|=latest|"
     "^latest from|^latest in|top stories|top headlines|editor's picks|editors' picks|"
     "editors picks|don't miss|in case you missed|^in this article|in this story|"
     "in this section|other articles|other news|other stories|similar articles|"
     "similar posts|further reading|around the web|from around the web|from the web|"
     "^don't forget|what to read next|what to watch|today's top|recent posts|"
     "recent articles|recent stories|recent news|=recent|featured articles|"
     "featured stories|=featured|=headlines|breaking news|=news|similar stories|"
     "elsewhere on|keep exploring|more like this|people also|hot topics|must read|"
     "must reads|related coverage|related video|related videos|more videos|top picks|"
     "our picks|next article|previous article"},
    {"en", Prompt::comments,
     "=comments|=comment|leave a comment|leave a reply|post a comment|add a comment|"
     "write a comment|join the conversation|join the discussion|=reply|=replies|"
     "view comments|show comments|read comments|all comments|comments are closed|"
     "no comments|log in to comment|sign in to comment|comment on this|have your say|"
     "what do you think|your comment|your email address will not be published|"
     "required fields are marked|=like|=likes|=dislike|=report|=upvote|"
     "was this article helpful|was this helpful|^rate this|conversation"},
    {"en", Prompt::copyright,
     "copyright|all rights reserved|©|rights reserved|reserved worldwide|"
     "may not be published|may not be reproduced|reproduced without permission|republish|"
     "reprints|licensed under|creative commons|registered trademark|trademarks"},
    {"en", Prompt::advert,
     "=advertisement|=advertisements|^advertisement|=advert|=ad|=ads|=sponsored|"
     "^sponsored|sponsored content|sponsored by|=promoted|promoted content|paid content|"
     "paid post|paid partnership|advertise with|advertising|affiliate|we may earn|"
     "commission|article continues below|story continues below|ad feedback|remove ads|"
     "=promo|partner content|presented by|buy now|shop now|=shop|add to cart|=buy|"
     "special offer|limited time|save up to|get a quote|book now|order now|book a demo|"
     "request a demo|get started|learn how|download now|=download|try for free|try it free"},
    {"en", Prompt::photo,
     "photo by|photo credit|photos by|image credit|image source|image:|photo:|"
     "photograph by|picture by|pictured|getty images|via getty|ap photo|file photo|"
     "reuters|courtesy of|credit:|^image|^photo|^picture|^photos|^gallery|^video|"
     "^slideshow|shutterstock|image caption|media caption|image by|source:|^source|"
     "click to enlarge|view gallery|photo gallery|enlarge image|afp|illustration by|"
     "=caption|screenshot"},
    {"en", Prompt::byline,
     "^by|written by|^author|about the author|about author|staff writer|staff reporter|"
     "contributing writer|=contributor|=editor|^editor|edited by|reporting by|"
     "^reported by|posted by|published by|view all posts|all posts by|more by|"
     "=correspondent|senior writer|reviewed by|medically reviewed|fact checked|=author|"
     "^authors|=reporter|associated press|follow the author|chief executive|is a writer|"
     "is a journalist|is a freelance"},
    {"en", Prompt::form,
     "=sign in|=log in|=login|=register|log in|sign in|create account|create an account|"
     "my account|=account|forgot password|forgot your password|=password|=username|"
     "=email address|your email|your name|email address|enter your|first name|last name|"
     "=submit|=search|^search|search for|=send|=close|=cancel|=ok|=yes|=no|=apply|=filter|"
     "=sort by|=reset|=go|=confirm|please enter|please try again|thank you for|thanks for|"
     "=select|=choose|save this|=save|bookmark|=remove|=edit|=delete|=back|=clear|=done|"
     "please enable javascript|loading"},
    {"en", Prompt::menu,
     "=home|=menu|skip to|skip to content|skip to main|main menu|=navigation|"
     "toggle navigation|=about|about us|=contact|contact us|=news|=sports|=sport|"
     "=business|=politics|=opinion|=world|=entertainment|=lifestyle|=health|=technology|"
     "=tech|=science|=culture|=travel|=weather|=video|=videos|=photos|=podcasts|=podcast|"
     "=events|=jobs|=careers|=classifieds|=obituaries|=blog|=resources|=products|"
     "=services|=solutions|=support|=help|=faq|=faqs|help center|site map|sitemap|"
     "=company|=press|=pricing|=features|=community|=partners|=customers|back to top|=top|"
     "quick links|=language|=english|=more news|=sections|=categories|=topics|=archive|"
     "=archives|=us|=uk|=finance|=money|=education|=food|=style|=arts|=books|=music|"
     "=movies|=tv|=games|=magazine|=newsletters|=directory|=documentation|=tools|"
     "=industries|=legal|accessibility"},
    {"en", Prompt::legal,
     "privacy policy|terms of use|terms of service|terms and conditions|terms conditions|"
     "cookie policy|cookies|cookie settings|privacy notice|=privacy|=terms|we use cookies|"
     "accept all|your privacy|do not sell|opt out|gdpr|disclaimer|code of conduct|"
     "editorial policy|editorial guidelines|ethics policy|privacy settings|consent|"
     "advertising policy|legal notice|manage preferences|this site uses|this website uses|"
     "recaptcha|by signing up|by clicking|by subscribing|you agree to|i agree|ad choices|"
     "your choices|corrections policy|standards and"},
    {"en", Prompt::time,
     "min read|minute read|minutes read|mins read|reading time|read time|^published|"
     "^updated|last updated|^posted|posted on|published on|^last modified|updated on|"
     "first published|hours ago|hour ago|minutes ago|days ago|day ago|weeks ago|"
     "months ago|years ago|^date|a m et|p m et|=today|=yesterday|min listen|^modified"},
    {"en", Prompt::tags,
     "=tags|^tags|^tagged|filed under|=topics|^topics|^categories|^category|^keywords|"
     "posted in|in this topic|^more about|=share tags|^posted under|explore more topics|"
     "related tags"},
    {"en", Prompt::app,
     "download the app|download our app|get the app|app store|google play|our app|"
     "mobile app|=podcast|listen on|apple podcasts|spotify|available on|rss feed|=rss|"
     "play video|=play|=pause|=mute|video player|current time|watch live|=live|livestream|"
     "audio|text size|dark mode|print edition|e-paper|epaper|add as a preferred|"
     "preferred source|google news|on google"},
    {"en", Prompt::pager,
     "=next|=previous|=prev|^previous|^next|older posts|newer posts|next post|"
     "previous post|next story|previous story|=page|=first|=last|page of|=1 of|show all|"
     "table of contents|=contents|jump to|=summary|on this page|=overview|in this guide"},
    {"en", Prompt::pointer,
     "^see also|^read also|^also read|^read more|^read next|^also see|^related|"
     "^related article|^related articles|^related story|^related stories|^related news|"
     "^related coverage|^related content|^read this|^read this next|^don't miss|"
     "^you may also like|^you might also like|^must read|^recommended|"
     "^recommended reading|^in case you missed it|^more on this|^more from|^watch|"
     "^watch now|^listen|^further reading|^also on|^more|^more stories|^trending|^up next|"
     "^next up|^see more|^next story|^previous story|^next article|^previous article|"
     "^editor's pick|^editor's picks|^explore more|^top stories|^latest news|"
     "^keep reading|^go deeper|^dig deeper|^what to read next"},
    {"de", Prompt::share,
     "=teilen|teilen|auf facebook|auf twitter|per e mail|per mail|per whatsapp|=drucken|"
     "artikel drucken|artikel teilen|folgen sie uns|folge uns|=merken|artikel merken|"
     "link kopieren|=versenden|=weiterempfehlen|=mail"},
    {"de", Prompt::subscribe,
     "abonnieren|newsletter|=abo|jetzt abonnieren|jetzt anmelden|kostenlos testen|"
     "jetzt testen|mit einem abo|digitalabo|probeabo|probemonat|=premium|"
     "nichts mehr verpassen|für abonnenten|bereits abonnent|jetzt registrieren|"
     "kostenlos registrieren|jederzeit kündbar|unterstützen sie"},
    {"de", Prompt::read_more,
     "weiterlesen|mehr lesen|jetzt lesen|weitere informationen|mehr erfahren|=mehr|"
     "=mehr anzeigen|alle anzeigen|mehr zum thema|lesen sie auch|lies auch|lesen sie mehr|"
     "lesen sie hier|^lesen sie|zum artikel|zur startseite|hier klicken|klicken sie hier|"
     "=anzeigen|mehr dazu|hier geht es|zum video"},
    {"de", Prompt::related,
     "auch interessant|das könnte sie auch interessieren|"
     "das könnte dich auch interessieren|könnte sie interessieren|mehr zum thema|"
     "ähnliche artikel|verwandte artikel|verwandte themen|meistgelesen|meistgelesene|"
     "=beliebt|beliebteste|weitere artikel|weitere nachrichten|weitere themen|"
     "aktuelle nachrichten|=aktuell|neueste artikel|aus dem archiv|mehr aus|mehr von|"
     "zum thema|empfehlungen|=empfohlen|top themen|themen des tages|im überblick|"
     "siehe auch|=nachrichten|schlagzeilen|unsere empfehlung|lesetipps|aktuelle themen|"
     "top artikel|dieser artikel|^zum thema"},
    {"de", Prompt::comments,
     "=kommentare|=kommentar|kommentar schreiben|kommentare anzeigen|kommentieren|"
     "jetzt kommentieren|diskutieren sie|diskutieren|kommentar verfassen|=antworten|"
     "ihre meinung|kommentar hinterlassen|leserbrief|zur diskussion|leserkommentare|"
     "kommentarfunktion"},
    {"de", Prompt::copyright,
     "alle rechte vorbehalten|rechte vorbehalten|urheberrecht|nachdruck|vervielfältigung"},
    {"de", Prompt::advert,
     "=anzeige|=werbung|=anzeigen|^anzeige|gesponsert|sponsored|externer inhalt|"
     "empfohlener externer inhalt|redaktioneller inhalt|affiliate|provision|jetzt kaufen|"
     "zum angebot|zum shop|in den warenkorb|werbepartner"},
    {"de", Prompt::photo,
     "foto:|^foto|^bild|bild:|bildquelle|fotos:|quelle:|imago|picture alliance|dpa|"
     "^quelle|bildergalerie|fotostrecke|symbolbild|archivbild|archivfoto|getty images|"
     "^video|zur bildergalerie"},
    {"de", Prompt::byline,
     "^von|^autor|^autorin|über den autor|redakteur|redakteurin|redaktion|korrespondent|"
     "zur person|ein artikel von|ein beitrag von|aus der redaktion|geschrieben von"},
    {"de", Prompt::form,
     "=anmelden|=registrieren|einloggen|=login|=suche|=suchen|passwort|benutzername|"
     "e mail adresse|=absenden|=schließen|=abbrechen|=senden|mein konto|=konto|zum login|"
     "=abmelden|bitte geben sie|bitte aktivieren sie javascript|javascript"},
    {"de", Prompt::menu,
     "=startseite|=menü|=politik|=wirtschaft|=sport|=kultur|=wissen|=gesellschaft|"
     "=panorama|=reise|=auto|=digital|=gesundheit|=kontakt|=impressum|zum inhalt|"
     "zur navigation|nach oben|=ressorts|=lokales|=regional|=meinung|=finanzen|=technik|"
     "=karriere|=leben|=hilfe|=über uns|=service|=shop|=wetter|=spiele|=rätsel|=podcasts|"
     "=ausland|=inland|=mediadaten|=verlag|=newsletter"},
    {"de", Prompt::legal,
     "datenschutz|datenschutzerklärung|impressum|=agb|nutzungsbedingungen|"
     "cookie einstellungen|cookies|einwilligung|personenbezogene daten|drittplattformen|"
     "widerruf|nutzungsbasierte|privatsphäre|jugendschutz|barrierefreiheit|zustimmen|"
     "einverstanden"},
    {"de", Prompt::time,
     "min lesezeit|lesezeit|minuten lesezeit|^aktualisiert|^veröffentlicht|^stand|"
     "^erschienen|aktualisiert am|veröffentlicht am|zuletzt aktualisiert|vor stunden|"
     "vor minuten|uhr aktualisiert|=heute|=gestern"},
    {"de", Prompt::tags,
     "=themen|=schlagwörter|=schlagworte|^themen|^schlagworte|=stichworte|=tags"},
    {"de", Prompt::app,
     "zur app|app herunterladen|jetzt herunterladen|artikel anhören|vorlesen|=anhören|"
     "=podcast|push|im app store"},
    {"de", Prompt::pager,
     "=weiter|=zurück|=nächste|=vorherige|nächster artikel|vorheriger artikel|"
     "nächste seite|inhaltsverzeichnis|=inhalt|auf einer seite"},
    {"de", Prompt::pointer,
     "^lesen sie auch|^lesen sie mehr|^lesen sie hier|^lies auch|^siehe auch|"
     "^mehr zum thema|^auch interessant|^zum thema|^mehr dazu|^weiterlesen|^passend dazu|"
     "^empfohlener artikel|^lesetipp|^lesetipps|^mehr lesen|"
     "^das könnte sie auch interessieren|^hier lesen"},
    {"fr", Prompt::share,
     "=partager|partager|partagez|sur facebook|=imprimer|suivez nous|nous suivre|=envoyer|"
     "copier le lien|lien copié|par email|=offrir"},
    {"fr", Prompt::subscribe,
     "s'abonner|abonnez vous|=abonnez|newsletter|newsletters|inscrivez vous|s'inscrire|"
     "réservé aux abonnés|déjà abonné|je m'abonne|infolettre|recevez|lettre d'information|"
     "soutenez|faire un don"},
    {"fr", Prompt::read_more,
     "lire la suite|lire aussi|^lire|=voir plus|=en savoir plus|en savoir plus|=plus|"
     "=afficher plus|voir tout|voir aussi|à lire aussi|à lire|=lire|cliquez ici|"
     "lire également|découvrez|=voir"},
    {"fr", Prompt::related,
     "articles liés|sur le même sujet|à lire également|les plus lus|articles similaires|"
     "dans la même rubrique|plus d'articles|à la une|à découvrir|dernières actualités|"
     "derniers articles|vous aimerez aussi|recommandé pour vous|les plus populaires|"
     "contenus sponsorisés|dans l'actualité|=actualités|sur le même thème|notre sélection|"
     "nos recommandations|au sommaire|aussi à lire|le plus lu|tendances"},
    {"fr", Prompt::comments,
     "=commentaires|=commentaire|laisser un commentaire|voir les commentaires|commenter|"
     "=répondre|ajouter un commentaire|réagir|votre avis|poster un commentaire"},
    {"fr", Prompt::copyright,
     "tous droits réservés|droits réservés|reproduction interdite|droits de reproduction"},
    {"fr", Prompt::advert,
     "=publicité|publicité|sponsorisé|contenu sponsorisé|=annonce|partenaire|"
     "la suite après la publicité|acheter"},
    {"fr", Prompt::photo,
     "crédit photo|©|photo:|^photo|^image|crédit|^vidéo|^illustration|diaporama"},
    {"fr", Prompt::byline,
     "^par|^auteur|publié par|écrit par|rédaction|^propos recueillis|journaliste"},
    {"fr", Prompt::form,
     "se connecter|connexion|=rechercher|mot de passe|=valider|=fermer|=annuler|"
     "mon compte|créer un compte|=identifiez|=envoyer|adresse e mail|adresse mail"},
    {"fr", Prompt::menu,
     "=accueil|=menu|=politique|=économie|=sport|=culture|=société|=international|=monde|"
     "=sciences|=santé|=contact|qui sommes nous|aller au contenu|haut de page|=rubriques|"
     "=opinions|=jeux|=services|plan du site|=idées|=débats|=planète"},
    {"fr", Prompt::legal,
     "mentions légales|politique de confidentialité|conditions générales|cookies|"
     "données personnelles|=cgu|=cgv|accepter|gérer les cookies|paramétrer"},
    {"fr", Prompt::time,
     "^publié|^mis à jour|mis à jour le|publié le|temps de lecture|min de lecture|il y a|"
     "^modifié|=aujourd'hui|=hier"},
    {"fr", Prompt::tags,
     "=thèmes|^sur le thème|=mots clés|=étiquettes"},
    {"fr", Prompt::app,
     "télécharger l'application|écouter|=écouter|application mobile"},
    {"fr", Prompt::pager,
     "=suivant|=précédent|article suivant|article précédent|=sommaire"},
    {"fr", Prompt::pointer,
     "^lire aussi|^à lire aussi|^voir aussi|^à lire également|^lire également|"
     "^lire la suite|^à lire|^sur le même sujet|^à voir aussi|^à découvrir|^lire|"
     "^à lire ensuite|^notre dossier|^dans la même rubrique"},
    {"es", Prompt::share,
     "=compartir|compartir|compartir en|comparte|síguenos|síguenos en|=imprimir|=enviar|"
     "copiar enlace|enlace copiado|por correo|=twittear"},
    {"es", Prompt::subscribe,
     "suscríbete|suscribirse|=suscribirme|newsletter|boletín|boletines|regístrate|"
     "hazte socio|contenido exclusivo|solo suscriptores|recibe|apúntate|alta gratis|"
     "suscripción"},
    {"es", Prompt::read_more,
     "leer más|=ver más|ver todo|seguir leyendo|lea también|lee también|=más|"
     "=más información|más información|saber más|leer también|te puede interesar|"
     "puede leer|^lee|^lea|^leer|haga clic|haz clic|pincha aquí|^mira|^ver|ver video"},
    {"es", Prompt::related,
     "noticias relacionadas|relacionados|=relacionado|artículos relacionados|"
     "te puede interesar|te podría interesar|puede interesarte|te recomendamos|"
     "lo más leído|más leídas|más leídos|lo más visto|más noticias|últimas noticias|"
     "otras noticias|temas relacionados|también te puede|ver también|=destacados|"
     "=lo último|=tendencias|recomendado|=noticias|además|no te pierdas|más sobre|más de|"
     "en portada|=titulares|más vistos|=te recomienda"},
    {"es", Prompt::comments,
     "=comentarios|=comentario|deja un comentario|dejar un comentario|"
     "escribe un comentario|comentar|=responder|ver comentarios|añadir comentario|"
     "tu opinión"},
    {"es", Prompt::copyright,
     "todos los derechos reservados|derechos reservados|prohibida la reproducción|"
     "reproducción total"},
    {"es", Prompt::advert,
     "=publicidad|publicidad|=anuncio|patrocinado|contenido patrocinado|=anuncios|comprar"},
    {"es", Prompt::photo,
     "foto:|^foto|^imagen|crédito|fotografía|^fotos|^video|^vídeo|fuente:|archivo|=efe|"
     "^fuente|=imágenes"},
    {"es", Prompt::byline,
     "^por|^redacción|^autor|escrito por|publicado por|=redacción|periodista"},
    {"es", Prompt::form,
     "iniciar sesión|=buscar|=acceder|contraseña|=registrarse|=cerrar|=cancelar|mi cuenta|"
     "correo electrónico|=ingresar|=aceptar|=enviar"},
    {"es", Prompt::menu,
     "=inicio|=menú|=portada|=política|=economía|=deportes|=cultura|=sociedad|"
     "=internacional|=mundo|=opinión|=tecnología|=salud|=contacto|quiénes somos|"
     "ir al contenido|=secciones|=españa|=méxico|=servicios|=nacional|=entretenimiento|"
     "=espectáculos|=estilo|=ciencia"},
    {"es", Prompt::legal,
     "política de privacidad|aviso legal|términos y condiciones|política de cookies|"
     "cookies|protección de datos|condiciones de uso|=privacidad"},
    {"es", Prompt::time,
     "^publicado|^actualizado|tiempo de lectura|min de lectura|minutos de lectura|"
     "hace horas|^última actualización|=hoy|=ayer"},
    {"es", Prompt::tags,
     "=etiquetas|^etiquetas|=temas|^temas|archivado en|=tags|más sobre este tema"},
    {"es", Prompt::app,
     "descarga la app|descargar|escuchar|=escuchar|aplicación|canal de whatsapp"},
    {"es", Prompt::pager,
     "=siguiente|=anterior|artículo siguiente|artículo anterior|siguiente noticia|índice"},
    {"es", Prompt::pointer,
     "^lea también|^lee también|^leer también|^te puede interesar|^te recomendamos|"
     "^ver también|^vea también|^más información|^lea más|^leer más|^puede interesarte|"
     "^también te puede interesar|^te podría interesar|^no te pierdas|^relacionado|"
     "^relacionada|^noticia relacionada|^noticias relacionadas|^le puede interesar|"
     "^además|^mira también|^también lee|^quizá te interese|^puedes leer|^sigue leyendo"},
    {"pt", Prompt::share,
     "=compartilhar|compartilhe|partilhar|=partilhe|siga nos|=imprimir|copiar link"},
    {"pt", Prompt::subscribe,
     "assine|=assinar|newsletter|inscreva se|receba|cadastre se|exclusivo para assinantes|"
     "subscreva"},
    {"pt", Prompt::read_more,
     "leia mais|ler mais|=ver mais|veja mais|saiba mais|continue lendo|leia também|"
     "veja também|^leia|clique aqui|=mais"},
    {"pt", Prompt::related,
     "notícias relacionadas|relacionadas|relacionados|artigos relacionados|mais lidas|"
     "mais lidos|últimas notícias|você pode gostar|recomendado|mais notícias|=destaques|"
     "=notícias|outras notícias|leia também|em destaque|mais vistas"},
    {"pt", Prompt::comments,
     "=comentários|=comentário|deixe um comentário|comentar|=responder|ver comentários"},
    {"pt", Prompt::copyright,
     "todos os direitos reservados|direitos reservados"},
    {"pt", Prompt::advert,
     "=publicidade|publicidade|patrocinado|=anúncio|continua após a publicidade"},
    {"pt", Prompt::photo,
     "foto:|^foto|^imagem|crédito|reprodução|divulgação|^vídeo|fonte:"},
    {"pt", Prompt::byline,
     "^por|^autor|da redação|=redação|^da redação"},
    {"pt", Prompt::form,
     "=entrar|=buscar|=pesquisar|senha|=fechar|=cancelar|minha conta|fazer login|=enviar|"
     "seu email"},
    {"pt", Prompt::menu,
     "=início|=menu|=política|=economia|=esportes|=desporto|=cultura|=mundo|=brasil|"
     "=opinião|=tecnologia|=saúde|=contato|=contacto|quem somos|ir para o conteúdo|"
     "=serviços"},
    {"pt", Prompt::legal,
     "política de privacidade|termos de uso|cookies|proteção de dados"},
    {"pt", Prompt::time,
     "^publicado|^atualizado|tempo de leitura|min de leitura|=hoje|=ontem"},
    {"pt", Prompt::tags,
     "=tags|=assuntos|^tópicos|=temas"},
    {"pt", Prompt::app,
     "baixe o app|aplicativo|=ouvir|ouça"},
    {"pt", Prompt::pager,
     "=próximo|=anterior|=seguinte"},
    {"pt", Prompt::pointer,
     "^leia também|^leia mais|^veja também|^saiba mais|^ler também|^veja mais|^ler mais|"
     "^pode gostar|^artigo relacionado|^confira também"},
    {"it", Prompt::share,
     "=condividi|condividi|condividi su|=condivisione|seguici|seguici su|=stampa|"
     "copia link|=invia"},
    {"it", Prompt::subscribe,
     "iscriviti|abbonati|newsletter|=abbonamento|registrati|riservato agli abbonati|ricevi"},
    {"it", Prompt::read_more,
     "leggi tutto|leggi anche|leggi di più|^leggi|continua a leggere|=scopri di più|"
     "scopri|=vedi tutti|vedi tutti|=altro|=mostra altro|clicca qui|guarda anche|"
     "approfondisci"},
    {"it", Prompt::related,
     "articoli correlati|=correlati|notizie correlate|potrebbe interessarti|"
     "ti potrebbe interessare|i più letti|più letti|ultime notizie|altre notizie|"
     "altri articoli|=ultim'ora|=in evidenza|consigliati|=notizie|leggi anche|"
     "dello stesso autore|ultimi articoli|raccomandati|le ultime"},
    {"it", Prompt::comments,
     "=commenti|=commento|lascia un commento|commenta|=rispondi|vedi commenti"},
    {"it", Prompt::copyright,
     "tutti i diritti riservati|diritti riservati|riproduzione riservata"},
    {"it", Prompt::advert,
     "=pubblicità|pubblicità|sponsorizzato|=annunci|contenuto sponsorizzato"},
    {"it", Prompt::photo,
     "foto:|^foto|credito|=ansa|^immagine|^video|fotogramma|fonte:"},
    {"it", Prompt::byline,
     "^di|redazione|=redazione|^autore|a cura di|giornalista"},
    {"it", Prompt::form,
     "=accedi|accedi|=cerca|password|=chiudi|=annulla|=invia|il mio account|=login"},
    {"it", Prompt::menu,
     "=home|=menu|=politica|=economia|=sport|=cultura|=esteri|=mondo|=cronaca|=tecnologia|"
     "=salute|=spettacoli|=contatti|chi siamo|vai al contenuto|=servizi|=opinioni|=scienza"},
    {"it", Prompt::legal,
     "privacy policy|informativa|cookie|condizioni d'uso|termini e condizioni|note legali|"
     "dati personali|consenso"},
    {"it", Prompt::time,
     "^pubblicato|^aggiornato|tempo di lettura|minuti di lettura|min di lettura|"
     "ultimo aggiornamento|=oggi|=ieri"},
    {"it", Prompt::tags,
     "=tag|=argomenti|^tag|^argomenti"},
    {"it", Prompt::app,
     "scarica l'app|ascolta|=ascolta"},
    {"it", Prompt::pager,
     "=successivo|=precedente|articolo successivo|articolo precedente|=avanti|=indietro|"
     "indice"},
    {"it", Prompt::pointer,
     "^leggi anche|^leggi|^vedi anche|^guarda anche|^approfondisci|"
     "^ti potrebbe interessare|^potrebbe interessarti|^per approfondire|^leggi di più|"
     "^articoli correlati|^da non perdere"},
    {"nl", Prompt::share,
     "=delen|delen|deel dit|deel via|volg ons|=print|=kopieer link|link gekopieerd"},
    {"nl", Prompt::subscribe,
     "abonneer|abonneren|nieuwsbrief|schrijf je in|inschrijven|meld je aan|word lid|"
     "alleen voor abonnees"},
    {"nl", Prompt::read_more,
     "lees meer|lees verder|lees ook|=meer|=bekijk meer|=toon meer|meer weten|bekijk alle|"
     "^lees|klik hier"},
    {"nl", Prompt::related,
     "gerelateerde artikelen|gerelateerd|meest gelezen|meer nieuws|meer over|"
     "laatste nieuws|aanbevolen|ook interessant|populair|andere artikelen|=nieuws|"
     "meer artikelen"},
    {"nl", Prompt::comments,
     "=reacties|=reactie|plaats een reactie|reageer|=reageren|=beantwoorden"},
    {"nl", Prompt::copyright,
     "alle rechten voorbehouden"},
    {"nl", Prompt::advert,
     "=advertentie|advertentie|gesponsord|=reclame"},
    {"nl", Prompt::photo,
     "foto:|^foto|^beeld|beeld:|=anp|^video"},
    {"nl", Prompt::byline,
     "^door|redactie|^auteur|=redactie"},
    {"nl", Prompt::form,
     "=inloggen|=zoeken|=zoek|wachtwoord|=sluiten|=annuleren|=verstuur|mijn account|"
     "=aanmelden"},
    {"nl", Prompt::menu,
     "=home|=menu|=politiek|=economie|=sport|=cultuur|=buitenland|=binnenland|=contact|"
     "over ons|naar inhoud|=wetenschap|=opinie|=gezondheid"},
    {"nl", Prompt::legal,
     "privacybeleid|privacyverklaring|algemene voorwaarden|cookies|cookiebeleid"},
    {"nl", Prompt::time,
     "^gepubliceerd|^bijgewerkt|leestijd|minuten leestijd|=vandaag|=gisteren|"
     "^laatst bijgewerkt"},
    {"nl", Prompt::tags,
     "=onderwerpen|=trefwoorden|=tags"},
    {"nl", Prompt::app,
     "download de app|luister|=luister"},
    {"nl", Prompt::pager,
     "=volgende|=vorige|inhoudsopgave"},
    {"nl", Prompt::pointer,
     "^lees ook|^lees meer|^zie ook|^lees verder|^ook interessant|^bekijk ook|^meer over"},
    {"sv", Prompt::share,
     "=dela|dela på|dela artikeln|följ oss|=skriv ut|kopiera länk"},
    {"sv", Prompt::subscribe,
     "prenumerera|nyhetsbrev|=bli medlem|bli prenumerant|registrera dig"},
    {"sv", Prompt::read_more,
     "läs mer|läs också|läs även|=visa mer|=mer|fortsätt läsa|klicka här|läs hela"},
    {"sv", Prompt::related,
     "relaterade artiklar|relaterat|mest lästa|fler nyheter|senaste nytt|rekommenderat|"
     "mer om|fler artiklar|=nyheter|populärt|senaste nyheterna|läs vidare"},
    {"sv", Prompt::comments,
     "=kommentarer|=kommentar|kommentera|lämna en kommentar|=svara"},
    {"sv", Prompt::copyright,
     "alla rättigheter|med ensamrätt"},
    {"sv", Prompt::advert,
     "=annons|annons|sponsrat|=reklam"},
    {"sv", Prompt::photo,
     "foto:|^foto|bild:|^bild"},
    {"sv", Prompt::byline,
     "^av|^text|redaktionen|journalist"},
    {"sv", Prompt::form,
     "logga in|=sök|lösenord|=stäng|=avbryt|=skicka|mitt konto"},
    {"sv", Prompt::menu,
     "=hem|=meny|=ekonomi|=sport|=kultur|=utrikes|=inrikes|=kontakt|om oss|till innehåll|"
     "=debatt"},
    {"sv", Prompt::legal,
     "integritetspolicy|cookies|personuppgifter|användarvillkor"},
    {"sv", Prompt::time,
     "^publicerad|^uppdaterad|lästid|=idag|=igår"},
    {"sv", Prompt::tags,
     "=ämnen|=taggar"},
    {"sv", Prompt::app,
     "ladda ner|lyssna"},
    {"sv", Prompt::pager,
     "=nästa|=föregående"},
    {"sv", Prompt::pointer,
     "^läs också|^läs även|^läs mer|^se även|^mer om|^läs vidare"},
    {"da", Prompt::share,
     "=del|del artiklen|del på|følg os|=udskriv"},
    {"da", Prompt::subscribe,
     "abonner|nyhedsbrev|tilmeld|bliv medlem|kun for abonnenter"},
    {"da", Prompt::read_more,
     "læs mere|læs også|=vis mere|=mere|læs videre|klik her"},
    {"da", Prompt::related,
     "relaterede artikler|mest læste|flere nyheder|seneste nyt|anbefalet|læs også|"
     "=nyheder|mere om"},
    {"da", Prompt::comments,
     "=kommentarer|kommenter|skriv en kommentar|=svar"},
    {"da", Prompt::copyright,
     "alle rettigheder forbeholdes"},
    {"da", Prompt::advert,
     "=annonce|annonce|sponsoreret|=reklame"},
    {"da", Prompt::photo,
     "foto:|^foto"},
    {"da", Prompt::byline,
     "^af|redaktionen|journalist"},
    {"da", Prompt::form,
     "log ind|=søg|adgangskode|=luk|=annuller"},
    {"da", Prompt::menu,
     "=forside|=menu|=indland|=udland|=sport|=kultur|=kontakt|om os|=debat"},
    {"da", Prompt::legal,
     "privatlivspolitik|cookies|handelsbetingelser"},
    {"da", Prompt::time,
     "^opdateret|^publiceret|=i dag|læsetid"},
    {"da", Prompt::tags,
     "=emner"},
    {"da", Prompt::app,
     "hent app"},
    {"da", Prompt::pager,
     "=næste|=forrige"},
    {"da", Prompt::pointer,
     "^læs også|^læs mere|^se også"},
    {"no", Prompt::share,
     "=del|del på|følg oss|del artikkelen|=skriv ut"},
    {"no", Prompt::subscribe,
     "abonner|nyhetsbrev|meld deg på|bli abonnent|bli medlem"},
    {"no", Prompt::read_more,
     "les mer|les også|les hele|=vis mer|=mer|les videre|klikk her"},
    {"no", Prompt::related,
     "relaterte artikler|mest lest|flere nyheter|siste nytt|siste nyheter|anbefalt|"
     "=nyheter|mer om|andre leser"},
    {"no", Prompt::comments,
     "=kommentarer|kommenter|skriv en kommentar|=svar"},
    {"no", Prompt::copyright,
     "alle rettigheter"},
    {"no", Prompt::advert,
     "=annonse|annonse|annonsørinnhold|sponset"},
    {"no", Prompt::photo,
     "foto:|^foto"},
    {"no", Prompt::byline,
     "^av|redaksjonen|journalist|ansvarlig redaktør"},
    {"no", Prompt::form,
     "logg inn|=søk|passord|=lukk|=avbryt"},
    {"no", Prompt::menu,
     "=hjem|=meny|=nyheter|=sport|=kultur|=utenriks|=innenriks|=kontakt|om oss|=debatt"},
    {"no", Prompt::legal,
     "personvern|personvernerklæring|informasjonskapsler|cookies"},
    {"no", Prompt::time,
     "^publisert|^oppdatert|sist oppdatert|=i dag|lesetid"},
    {"no", Prompt::tags,
     "=emner|=stikkord"},
    {"no", Prompt::app,
     "last ned"},
    {"no", Prompt::pager,
     "=neste|=forrige"},
    {"no", Prompt::pointer,
     "^les også|^les mer|^se også"},
    {"fi", Prompt::share,
     "=jaa|jaa artikkeli|seuraa meitä|=tulosta"},
    {"fi", Prompt::subscribe,
     "tilaa|uutiskirje|tilaajille|liity"},
    {"fi", Prompt::read_more,
     "lue lisää|lue myös|=näytä lisää|=lisää|jatka lukemista"},
    {"fi", Prompt::related,
     "aiheeseen liittyvää|luetuimmat|uusimmat|lisää aiheesta|suosittelemme|=uutiset|"
     "tuoreimmat|suosituimmat"},
    {"fi", Prompt::comments,
     "=kommentit|kommentoi|jätä kommentti|=vastaa"},
    {"fi", Prompt::copyright,
     "kaikki oikeudet pidätetään"},
    {"fi", Prompt::advert,
     "=mainos|mainos|kaupallinen yhteistyö"},
    {"fi", Prompt::photo,
     "kuva:|^kuva|^kuvat"},
    {"fi", Prompt::byline,
     "^kirjoittaja|toimittaja|toimitus"},
    {"fi", Prompt::form,
     "kirjaudu|=haku|=hae|salasana|=sulje|=peruuta"},
    {"fi", Prompt::menu,
     "=etusivu|=valikko|=kotimaa|=ulkomaat|=urheilu|=kulttuuri|=talous|yhteystiedot|"
     "siirry sisältöön"},
    {"fi", Prompt::legal,
     "tietosuojaseloste|tietosuoja|evästeet|käyttöehdot"},
    {"fi", Prompt::time,
     "^julkaistu|^päivitetty|=tänään"},
    {"fi", Prompt::tags,
     "=aiheet|=avainsanat"},
    {"fi", Prompt::app,
     "lataa sovellus|kuuntele"},
    {"fi", Prompt::pager,
     "=seuraava|=edellinen"},
    {"fi", Prompt::pointer,
     "^lue myös|^lue lisää|^katso myös"},
    {"pl", Prompt::share,
     "=udostępnij|udostępnij|podziel się|obserwuj nas|=drukuj|skopiuj link"},
    {"pl", Prompt::subscribe,
     "subskrybuj|newsletter|zapisz się|zarejestruj się|prenumerata|"
     "tylko dla prenumeratorów|wykup dostęp"},
    {"pl", Prompt::read_more,
     "czytaj więcej|czytaj dalej|czytaj także|czytaj też|zobacz także|zobacz też|=więcej|"
     "=pokaż więcej|dowiedz się więcej|przeczytaj|kliknij tutaj|zobacz więcej"},
    {"pl", Prompt::related,
     "powiązane artykuły|powiązane|najczęściej czytane|najpopularniejsze|najnowsze|"
     "polecane|podobne artykuły|więcej wiadomości|=wiadomości|polecamy|warto przeczytać|"
     "zobacz również|=popularne"},
    {"pl", Prompt::comments,
     "=komentarze|=komentarz|dodaj komentarz|skomentuj|=odpowiedz|zostaw komentarz"},
    {"pl", Prompt::copyright,
     "wszelkie prawa zastrzeżone|prawa zastrzeżone"},
    {"pl", Prompt::advert,
     "=reklama|reklama|sponsorowany|materiał partnera|dalszy ciąg materiału"},
    {"pl", Prompt::photo,
     "fot|foto:|^zdjęcie|źródło:|^źródło|=pap"},
    {"pl", Prompt::byline,
     "^autor|redakcja|=redakcja|^oprac"},
    {"pl", Prompt::form,
     "zaloguj się|zaloguj|=szukaj|hasło|=zamknij|=anuluj|=wyślij|=wyszukaj|moje konto"},
    {"pl", Prompt::menu,
     "=strona główna|=menu|=polityka|=gospodarka|=sport|=kultura|=świat|=kraj|=polska|"
     "=kontakt|o nas|przejdź do treści|=opinie|=nauka|=zdrowie"},
    {"pl", Prompt::legal,
     "polityka prywatności|regulamin|cookies|dane osobowe|pliki cookie"},
    {"pl", Prompt::time,
     "^opublikowano|^aktualizacja|^data|czas czytania|=dzisiaj|=wczoraj"},
    {"pl", Prompt::tags,
     "=tagi|=tematy|^tagi"},
    {"pl", Prompt::app,
     "pobierz aplikację|posłuchaj"},
    {"pl", Prompt::pager,
     "=następny|=poprzedni|=dalej|spis treści"},
    {"pl", Prompt::pointer,
     "^czytaj także|^czytaj też|^czytaj również|^zobacz także|^zobacz też|^zobacz również|"
     "^przeczytaj także|^przeczytaj również|^polecamy|^czytaj więcej|^warto przeczytać"},
    {"cs", Prompt::share,
     "=sdílet|sdílet|sledujte nás|=tisk|=vytisknout|zkopírovat odkaz"},
    {"cs", Prompt::subscribe,
     "odebírat|newsletter|předplatné|přihlásit se k odběru|předplatit|pro předplatitele"},
    {"cs", Prompt::read_more,
     "číst více|číst dál|čtěte také|=více|=zobrazit více|přečtěte si|více informací|"
     "zjistit více|celý článek|klikněte zde"},
    {"cs", Prompt::related,
     "související články|související|nejčtenější|další články|doporučujeme|"
     "mohlo by vás zajímat|nejnovější|=zprávy|další zprávy|podobné články|aktuality"},
    {"cs", Prompt::comments,
     "=komentáře|=komentář|přidat komentář|diskuse|=diskuze|vstoupit do diskuse|=odpovědět"},
    {"cs", Prompt::copyright,
     "všechna práva vyhrazena|práva vyhrazena"},
    {"cs", Prompt::advert,
     "=reklama|reklama|sponzorováno|komerční sdělení|=inzerce"},
    {"cs", Prompt::photo,
     "foto:|^foto|zdroj:|^zdroj|=čtk"},
    {"cs", Prompt::byline,
     "^autor|redakce|redaktor"},
    {"cs", Prompt::form,
     "přihlásit se|přihlásit|=hledat|=vyhledat|heslo|=zavřít|=zrušit|=odeslat|můj účet|"
     "registrace"},
    {"cs", Prompt::menu,
     "=domů|=menu|=úvod|=politika|=ekonomika|=sport|=kultura|=zahraničí|=domácí|=kontakt|"
     "=kontakty|o nás|přejít k obsahu"},
    {"cs", Prompt::legal,
     "ochrana osobních údajů|cookies|obchodní podmínky|podmínky užití"},
    {"cs", Prompt::time,
     "^publikováno|^aktualizováno|=dnes|=včera|doba čtení"},
    {"cs", Prompt::tags,
     "=témata|=štítky|=tagy"},
    {"cs", Prompt::app,
     "stáhnout aplikaci"},
    {"cs", Prompt::pager,
     "=další|=předchozí|obsah článku"},
    {"cs", Prompt::pointer,
     "^čtěte také|^čtěte též|^přečtěte si|^viz také|^více k tématu|^mohlo by vás zajímat|"
     "^související"},
    {"sk", Prompt::share,
     "=zdieľať|zdieľať|sledujte nás"},
    {"sk", Prompt::subscribe,
     "odoberať|predplatné|newsletter"},
    {"sk", Prompt::read_more,
     "čítať viac|čítajte aj|prečítajte si|=viac|čítať ďalej"},
    {"sk", Prompt::related,
     "súvisiace články|najčítanejšie|ďalšie články|odporúčame|mohlo by vás zaujímať|"
     "=správy"},
    {"sk", Prompt::comments,
     "=komentáre|diskusia|pridať komentár"},
    {"sk", Prompt::copyright,
     "všetky práva vyhradené"},
    {"sk", Prompt::advert,
     "=reklama|inzercia"},
    {"sk", Prompt::photo,
     "foto:|zdroj:"},
    {"sk", Prompt::byline,
     "^autor|redakcia"},
    {"sk", Prompt::form,
     "prihlásiť|=hľadať|heslo|=zavrieť"},
    {"sk", Prompt::menu,
     "=domov|=slovensko|=zahraničie|=kontakt|o nás"},
    {"sk", Prompt::legal,
     "ochrana osobných údajov|cookies"},
    {"sk", Prompt::time,
     "^publikované|^aktualizované"},
    {"sk", Prompt::tags,
     "=témy|=značky"},
    {"sk", Prompt::app,
     "stiahnuť"},
    {"sk", Prompt::pager,
     "=ďalšia|=predchádzajúca"},
    {"sk", Prompt::pointer,
     "^čítajte aj|^prečítajte si|^pozrite si aj|^súvisiaci článok"},
    {"hu", Prompt::share,
     "=megosztás|megosztom|kövess minket|=nyomtatás"},
    {"hu", Prompt::subscribe,
     "feliratkozás|iratkozz fel|hírlevél|előfizetés|előfizetek"},
    {"hu", Prompt::read_more,
     "tovább olvasom|olvass tovább|tovább|=részletek|=több|olvasd el|bővebben|kattints ide"},
    {"hu", Prompt::related,
     "kapcsolódó cikkek|kapcsolódó|legolvasottabb|további cikkek|ajánlott|friss hírek|"
     "=hírek|legfrissebb|ajánlatunk|hasonló cikkek"},
    {"hu", Prompt::comments,
     "=hozzászólások|hozzászólás|kommentek|=válasz"},
    {"hu", Prompt::copyright,
     "minden jog fenntartva"},
    {"hu", Prompt::advert,
     "=hirdetés|hirdetés|támogatott tartalom"},
    {"hu", Prompt::photo,
     "fotó:|^fotó|forrás:|=mti"},
    {"hu", Prompt::byline,
     "^szerző|szerkesztő"},
    {"hu", Prompt::form,
     "bejelentkezés|=keresés|jelszó|=bezárás|regisztráció"},
    {"hu", Prompt::menu,
     "=kezdőlap|=főoldal|=belföld|=külföld|=sport|=kultúra|=kapcsolat|rólunk"},
    {"hu", Prompt::legal,
     "adatvédelem|adatkezelési|sütik|felhasználási feltételek"},
    {"hu", Prompt::time,
     "^frissítve|^közzétéve|=ma|=tegnap"},
    {"hu", Prompt::tags,
     "=címkék"},
    {"hu", Prompt::app,
     "töltsd le"},
    {"hu", Prompt::pager,
     "=következő|=előző"},
    {"hu", Prompt::pointer,
     "^olvasd el|^olvassa el|^lásd még|^kapcsolódó|^ajánlott|^ezt is olvassa el"},
    {"ro", Prompt::share,
     "=distribuie|distribuie|urmărește ne|=tipărește"},
    {"ro", Prompt::subscribe,
     "abonează te|abonare|newsletter|înscrie te"},
    {"ro", Prompt::read_more,
     "citește mai mult|citește și|citește mai departe|=mai mult|vezi și|mai multe detalii|"
     "vezi mai mult|citeşte şi"},
    {"ro", Prompt::related,
     "articole similare|articole asemănătoare|cele mai citite|ultimele știri|recomandate|"
     "alte știri|=știri|citește și"},
    {"ro", Prompt::comments,
     "=comentarii|lasă un comentariu|=răspunde|adaugă comentariu"},
    {"ro", Prompt::copyright,
     "toate drepturile rezervate"},
    {"ro", Prompt::advert,
     "=publicitate|sponsorizat"},
    {"ro", Prompt::photo,
     "foto:|sursa foto|sursă foto|^sursa"},
    {"ro", Prompt::byline,
     "^de|^autor|redacția"},
    {"ro", Prompt::form,
     "autentificare|=caută|parolă|=închide|=trimite"},
    {"ro", Prompt::menu,
     "=acasă|=meniu|=politică|=economie|=sport|=cultură|=contact|despre noi"},
    {"ro", Prompt::legal,
     "politica de confidențialitate|cookies|termeni și condiții"},
    {"ro", Prompt::time,
     "^publicat|^actualizat|=azi|=ieri"},
    {"ro", Prompt::tags,
     "=etichete"},
    {"ro", Prompt::app,
     "descarcă aplicația"},
    {"ro", Prompt::pager,
     "=următorul|=anteriorul"},
    {"ro", Prompt::pointer,
     "^citește și|^citește mai mult|^vezi și|^citeşte şi|^a se vedea și"},
    {"el", Prompt::share,
     "=κοινοποίηση|μοιραστείτε|κοινοποιήστε|ακολουθήστε μας|=εκτύπωση"},
    {"el", Prompt::subscribe,
     "εγγραφείτε|εγγραφή|συνδρομή|newsletter"},
    {"el", Prompt::read_more,
     "διαβάστε περισσότερα|διαβάστε επίσης|διαβάστε ακόμα|=περισσότερα|δείτε περισσότερα|"
     "δείτε επίσης|συνέχεια"},
    {"el", Prompt::related,
     "σχετικά άρθρα|σχετικά|δημοφιλή|τελευταία νέα|περισσότερα νέα|προτεινόμενα|=ειδήσεις|"
     "ροή ειδήσεων|διαβάστε επίσης"},
    {"el", Prompt::comments,
     "=σχόλια|αφήστε σχόλιο|προσθέστε σχόλιο|=απάντηση"},
    {"el", Prompt::copyright,
     "με επιφύλαξη παντός δικαιώματος|όλα τα δικαιώματα"},
    {"el", Prompt::advert,
     "=διαφήμιση|διαφήμιση|χορηγούμενο"},
    {"el", Prompt::photo,
     "φωτογραφία|φωτο|πηγή:|^πηγή"},
    {"el", Prompt::byline,
     "^συντάκτης|^από|του"},
    {"el", Prompt::form,
     "σύνδεση|=αναζήτηση|κωδικός|=κλείσιμο"},
    {"el", Prompt::menu,
     "=αρχική|=μενού|=πολιτική|=οικονομία|=αθλητικά|=κόσμος|=επικοινωνία|ποιοι είμαστε"},
    {"el", Prompt::legal,
     "πολιτική απορρήτου|cookies|όροι χρήσης|προσωπικά δεδομένα"},
    {"el", Prompt::time,
     "^δημοσίευση|^ενημέρωση|=σήμερα|=χθες"},
    {"el", Prompt::tags,
     "=ετικέτες"},
    {"el", Prompt::app,
     "κατεβάστε"},
    {"el", Prompt::pager,
     "=επόμενο|=προηγούμενο"},
    {"el", Prompt::pointer,
     "^διαβάστε επίσης|^διαβάστε ακόμα|^δείτε επίσης|^διαβάστε περισσότερα|^σχετικά"},
    {"tr", Prompt::share,
     "=paylaş|paylaş|bizi takip edin|takip et|=yazdır"},
    {"tr", Prompt::subscribe,
     "abone ol|bülten|üye ol|kayıt ol|e bülten"},
    {"tr", Prompt::read_more,
     "devamını oku|daha fazla|=devamı|ayrıca okuyun|haberin devamı|tıklayın|=tümü|"
     "=detaylar"},
    {"tr", Prompt::related,
     "ilgili haberler|benzer haberler|çok okunan|en çok okunan|son dakika|son haberler|"
     "diğer haberler|önerilen|=haberler|=gündem|bunlar da ilginizi çekebilir"},
    {"tr", Prompt::comments,
     "=yorumlar|=yorum|yorum yap|yorum yaz|=yanıtla"},
    {"tr", Prompt::copyright,
     "tüm hakları saklıdır|her hakkı saklıdır"},
    {"tr", Prompt::advert,
     "=reklam|reklam|sponsorlu"},
    {"tr", Prompt::photo,
     "fotoğraf|^foto|kaynak:|^kaynak"},
    {"tr", Prompt::byline,
     "^yazar|^editör|muhabir"},
    {"tr", Prompt::form,
     "giriş yap|=ara|şifre|=kapat|=gönder|üye girişi"},
    {"tr", Prompt::menu,
     "=anasayfa|=ana sayfa|=menü|=siyaset|=ekonomi|=spor|=dünya|=iletişim|hakkımızda|"
     "=künye"},
    {"tr", Prompt::legal,
     "gizlilik politikası|çerez|kullanım şartları|kvkk"},
    {"tr", Prompt::time,
     "^güncelleme|^yayınlanma|=bugün|=dün"},
    {"tr", Prompt::tags,
     "=etiketler"},
    {"tr", Prompt::app,
     "uygulamayı indir|dinle"},
    {"tr", Prompt::pager,
     "=sonraki|=önceki"},
    {"tr", Prompt::pointer,
     "^ayrıca okuyun|^ayrıca bakınız|^ilgili haber|^ilginizi çekebilir|^bunu da okuyun|"
     "^bunları da okuyun|^okumaya devam edin"},
    {"ru", Prompt::share,
     "=поделиться|поделиться|поделитесь|подписывайтесь на|мы в|=печать|=распечатать|"
     "=вконтакте|=телеграм|=одноклассники"},
    {"ru", Prompt::subscribe,
     "подписаться|подпишитесь|подписка|рассылка|подписывайтесь|оформить подписку|"
     "=регистрация"},
    {"ru", Prompt::read_more,
     "читать далее|читать полностью|=подробнее|подробнее|=ещё|=еще|показать еще|"
     "читайте также|читать также|смотрите также|^читайте|узнать больше|смотреть все|=далее"},
    {"ru", Prompt::related,
     "читайте также|по теме|похожие материалы|материалы по теме|самое читаемое|популярное|"
     "=популярное|последние новости|другие новости|=новости|рекомендуем|главное|=главное|"
     "еще по теме|новости партнеров|=сюжеты|самое важное|лента новостей|похожие статьи|"
     "смотрите также"},
    {"ru", Prompt::comments,
     "=комментарии|комментарии|оставить комментарий|комментировать|добавить комментарий|"
     "=ответить|обсудить"},
    {"ru", Prompt::copyright,
     "все права защищены|перепечатка"},
    {"ru", Prompt::advert,
     "=реклама|реклама|на правах рекламы|партнерский материал|=спецпроект"},
    {"ru", Prompt::photo,
     "фото:|^фото|источник:|^источник|=рия новости|=тасс|^видео"},
    {"ru", Prompt::byline,
     "^автор|редакция|корреспондент|=редакция"},
    {"ru", Prompt::form,
     "=войти|войти|=поиск|=найти|пароль|=закрыть|=отмена|=отправить|авторизация"},
    {"ru", Prompt::menu,
     "=главная|=меню|=политика|=экономика|=спорт|=культура|=общество|=в мире|=мир|"
     "=контакты|о нас|о проекте|=наука|=происшествия|=россия"},
    {"ru", Prompt::legal,
     "политика конфиденциальности|пользовательское соглашение|cookies|персональных данных"},
    {"ru", Prompt::time,
     "^опубликовано|^обновлено|=сегодня|=вчера|время чтения|мин чтения"},
    {"ru", Prompt::tags,
     "=теги|^теги|=темы|=метки"},
    {"ru", Prompt::app,
     "скачать приложение|слушать"},
    {"ru", Prompt::pager,
     "=следующая|=предыдущая|=назад|=вперед"},
    {"ru", Prompt::pointer,
     "^читайте также|^смотрите также|^см также|^читать также|^по теме|^читайте ещё|"
     "^рекомендуем|^подробнее|^материалы по теме"},
    {"uk", Prompt::share,
     "=поділитися|поділитися|поширити|підписуйтесь"},
    {"uk", Prompt::subscribe,
     "підписатися|підписка|розсилка|підпишіться"},
    {"uk", Prompt::read_more,
     "читати далі|детальніше|=більше|читайте також|дивіться також|показати ще"},
    {"uk", Prompt::related,
     "читайте також|за темою|популярне|останні новини|=новини|рекомендуємо|інші новини|"
     "головне|схожі матеріали"},
    {"uk", Prompt::comments,
     "=коментарі|залишити коментар|коментувати|=відповісти"},
    {"uk", Prompt::copyright,
     "всі права захищені|усі права захищені"},
    {"uk", Prompt::advert,
     "=реклама|реклама"},
    {"uk", Prompt::photo,
     "фото:|^фото|джерело:"},
    {"uk", Prompt::byline,
     "^автор|редакція"},
    {"uk", Prompt::form,
     "=увійти|=пошук|пароль|=закрити"},
    {"uk", Prompt::menu,
     "=головна|=політика|=економіка|=спорт|=культура|=контакти|про нас|=світ|=суспільство"},
    {"uk", Prompt::legal,
     "політика конфіденційності|персональних даних"},
    {"uk", Prompt::time,
     "^опубліковано|^оновлено|=сьогодні|=вчора"},
    {"uk", Prompt::tags,
     "=теги|=мітки"},
    {"uk", Prompt::app,
     "завантажити"},
    {"uk", Prompt::pager,
     "=наступна|=попередня"},
    {"uk", Prompt::pointer,
     "^читайте також|^дивіться також|^читати також|^за темою|^рекомендуємо"},
    {"bg", Prompt::share,
     "=сподели|сподели|последвайте ни"},
    {"bg", Prompt::subscribe,
     "абонирай се|абонамент|бюлетин"},
    {"bg", Prompt::read_more,
     "прочети още|виж още|=още|прочетете още|вижте още"},
    {"bg", Prompt::related,
     "още по темата|свързани|най четени|последни новини|=новини|препоръчани|още новини"},
    {"bg", Prompt::comments,
     "=коментари|коментирай|напиши коментар"},
    {"bg", Prompt::copyright,
     "всички права запазени"},
    {"bg", Prompt::advert,
     "=реклама|реклама"},
    {"bg", Prompt::photo,
     "снимка|снимка:|източник"},
    {"bg", Prompt::byline,
     "^автор|редактор"},
    {"bg", Prompt::form,
     "=вход|=търсене|парола|=търси"},
    {"bg", Prompt::menu,
     "=начало|=меню|=политика|=икономика|=спорт|=култура|=свят|=контакти|за нас"},
    {"bg", Prompt::legal,
     "поверителност|лични данни|бисквитки|общи условия"},
    {"bg", Prompt::time,
     "^публикувано|^обновено|=днес"},
    {"bg", Prompt::tags,
     "=етикети|=тагове"},
    {"bg", Prompt::app,
     "изтегли"},
    {"bg", Prompt::pager,
     "=следваща|=предишна"},
    {"bg", Prompt::pointer,
     "^прочетете още|^прочети още|^вижте още|^виж още|^още по темата"},
    {"ar", Prompt::share,
     "=شارك|شارك|=مشاركة|شاركها|تابعنا|تابعونا|=طباعة|نسخ الرابط|مشاركة"},
    {"ar", Prompt::subscribe,
     "اشترك|النشرة البريدية|=اشتراك|سجل الآن|النشرة الإخبارية"},
    {"ar", Prompt::read_more,
     "اقرأ أيضا|اقرأ المزيد|=المزيد|المزيد|إقرأ أيضا|شاهد أيضا|اقرأ ايضا|قراءة المزيد|"
     "للمزيد|شاهد المزيد|طالع أيضا"},
    {"ar", Prompt::related,
     "مواضيع ذات صلة|ذات صلة|مقالات ذات صلة|أخبار ذات صلة|الأكثر قراءة|آخر الأخبار|"
     "أحدث الأخبار|قد يعجبك|مقالات مشابهة|=أخبار|الأكثر مشاهدة|أخبار متعلقة|"
     "موضوعات متعلقة|اخبار ذات صلة"},
    {"ar", Prompt::comments,
     "=تعليقات|=التعليقات|أضف تعليق|اترك تعليقا|=رد|=تعليق"},
    {"ar", Prompt::copyright,
     "جميع الحقوق محفوظة|حقوق النشر"},
    {"ar", Prompt::advert,
     "=إعلان|إعلان|=اعلان|إعلانات"},
    {"ar", Prompt::photo,
     "الصورة|صورة|المصدر|^المصدر|تصوير"},
    {"ar", Prompt::byline,
     "^بقلم|^كتب|^كتبت|الكاتب|المحرر"},
    {"ar", Prompt::form,
     "=بحث|تسجيل الدخول|كلمة المرور|=إغلاق|=إرسال|=دخول"},
    {"ar", Prompt::menu,
     "=الرئيسية|=القائمة|=سياسة|=اقتصاد|=رياضة|=ثقافة|=العالم|اتصل بنا|من نحن|=محليات"},
    {"ar", Prompt::legal,
     "سياسة الخصوصية|شروط الاستخدام|ملفات تعريف الارتباط"},
    {"ar", Prompt::time,
     "^نشر|تاريخ النشر|آخر تحديث|=اليوم|=أمس|منذ"},
    {"ar", Prompt::tags,
     "=وسوم|الكلمات المفتاحية|=الوسوم|كلمات دلالية"},
    {"ar", Prompt::app,
     "حمل التطبيق|تطبيق|استمع"},
    {"ar", Prompt::pager,
     "=التالي|=السابق"},
    {"ar", Prompt::pointer,
     "^اقرأ أيضا|^إقرأ أيضا|^اقرأ ايضا|^شاهد أيضا|^طالع أيضا|^اقرأ المزيد|^إقرأ المزيد|"
     "^مواضيع ذات صلة|^أخبار ذات صلة|^قد يعجبك أيضا|^اقرأوا أيضا"},
    {"fa", Prompt::share,
     "=اشتراک گذاری|به اشتراک|ما را دنبال کنید|=چاپ"},
    {"fa", Prompt::subscribe,
     "عضویت|خبرنامه|اشتراک"},
    {"fa", Prompt::read_more,
     "ادامه مطلب|بیشتر بخوانید|بیشتر|=بیشتر|ادامه خبر"},
    {"fa", Prompt::related,
     "مطالب مرتبط|اخبار مرتبط|پربازدیدترین|آخرین اخبار|=اخبار|پیشنهادی|مرتبط|پربیننده"},
    {"fa", Prompt::comments,
     "=نظرات|نظر شما|ارسال نظر|=پاسخ|دیدگاه"},
    {"fa", Prompt::copyright,
     "تمامی حقوق|کلیه حقوق"},
    {"fa", Prompt::advert,
     "=تبلیغات|تبلیغات|=آگهی"},
    {"fa", Prompt::photo,
     "عکس|منبع|^منبع"},
    {"fa", Prompt::byline,
     "^نویسنده|خبرنگار"},
    {"fa", Prompt::form,
     "=ورود|=جستجو|رمز عبور|=ارسال"},
    {"fa", Prompt::menu,
     "=خانه|=صفحه اصلی|=سیاسی|=اقتصادی|=ورزشی|=فرهنگی|تماس با ما|درباره ما"},
    {"fa", Prompt::legal,
     "حریم خصوصی|قوانین"},
    {"fa", Prompt::time,
     "^تاریخ|=امروز|=دیروز|به روزرسانی"},
    {"fa", Prompt::tags,
     "=برچسب ها|برچسب"},
    {"fa", Prompt::app,
     "دانلود"},
    {"fa", Prompt::pager,
     "=بعدی|=قبلی"},
    {"fa", Prompt::pointer,
     "^بیشتر بخوانید|^همچنین بخوانید|^مطالب مرتبط|^این مطلب را هم بخوانید"},
    {"he", Prompt::share,
     "=שתף|שתפו|=שיתוף|עקבו אחרינו|=הדפסה"},
    {"he", Prompt::subscribe,
     "הירשמו|הרשמה|ניוזלטר|=מנוי"},
    {"he", Prompt::read_more,
     "קרא עוד|קראו עוד|=עוד|להמשך קריאה|לכתבה המלאה"},
    {"he", Prompt::related,
     "כתבות נוספות|כתבות קשורות|הנקראות ביותר|עוד בנושא|חדשות נוספות|=חדשות|מומלצים|"
     "אולי יעניין אותך"},
    {"he", Prompt::comments,
     "=תגובות|הוסף תגובה|=תגובה|הגב"},
    {"he", Prompt::copyright,
     "כל הזכויות שמורות"},
    {"he", Prompt::advert,
     "=פרסומת|פרסומת|ממומן"},
    {"he", Prompt::photo,
     "צילום|צילום:|צילומים"},
    {"he", Prompt::byline,
     "^מאת|כתב"},
    {"he", Prompt::form,
     "=התחברות|=חיפוש|סיסמה|=סגור|=שלח"},
    {"he", Prompt::menu,
     "=ראשי|=דף הבית|=ספורט|=כלכלה|צור קשר|אודות"},
    {"he", Prompt::legal,
     "מדיניות פרטיות|תנאי שימוש"},
    {"he", Prompt::time,
     "^פורסם|^עודכן|=היום"},
    {"he", Prompt::tags,
     "=תגיות"},
    {"he", Prompt::app,
     "הורידו"},
    {"he", Prompt::pager,
     "=הבא|=הקודם"},
    {"he", Prompt::pointer,
     "^קראו גם|^קרא גם|^ראו גם|^קראו עוד|^עוד בנושא"},
    {"hi", Prompt::share,
     "=शेयर करें|शेयर|साझा करें|हमें फॉलो करें"},
    {"hi", Prompt::subscribe,
     "सब्सक्राइब|न्यूज़लेटर|सदस्यता"},
    {"hi", Prompt::read_more,
     "और पढ़ें|आगे पढ़ें|=और|यह भी पढ़ें|ये भी पढ़ें|पूरी खबर|=और देखें"},
    {"hi", Prompt::related,
     "संबंधित खबरें|ताज़ा खबरें|ताजा खबरें|अन्य खबरें|=समाचार|सबसे ज्यादा पढ़ी|लोकप्रिय|"
     "बड़ी खबरें"},
    {"hi", Prompt::comments,
     "=टिप्पणियाँ|टिप्पणी करें|=कमेंट|कमेंट करें"},
    {"hi", Prompt::copyright,
     "सर्वाधिकार सुरक्षित"},
    {"hi", Prompt::advert,
     "=विज्ञापन|विज्ञापन"},
    {"hi", Prompt::photo,
     "फोटो|तस्वीर|स्रोत"},
    {"hi", Prompt::byline,
     "^लेखक|संवाददाता|^द्वारा"},
    {"hi", Prompt::form,
     "=लॉगिन|=खोजें|पासवर्ड|=बंद करें"},
    {"hi", Prompt::menu,
     "=होम|=मेन्यू|=देश|=दुनिया|=खेल|=मनोरंजन|संपर्क करें|हमारे बारे में"},
    {"hi", Prompt::legal,
     "गोपनीयता नीति|नियम और शर्तें"},
    {"hi", Prompt::time,
     "^प्रकाशित|^अपडेट|=आज"},
    {"hi", Prompt::tags,
     "=टैग"},
    {"hi", Prompt::app,
     "ऐप डाउनलोड"},
    {"hi", Prompt::pager,
     "=अगला|=पिछला"},
    {"hi", Prompt::pointer,
     "^यह भी पढ़ें|^ये भी पढ़ें|^और पढ़ें|^इसे भी पढ़ें"},
    {"zh", Prompt::share,
     "=分享|分享到|分享至|分享|关注我们|=打印|=微博|=微信|微信公众号|扫一扫|扫码|复制链接|關注我們|追蹤"},
    {"zh", Prompt::subscribe,
     "订阅|訂閱|电子报|電子報|=注册|立即注册|会员|加入会员"},
    {"zh", Prompt::read_more,
     "阅读更多|閱讀更多|查看更多|=更多|更多|阅读全文|展开全文|点击查看|看更多|繼續閱讀|继续阅读|详情|了解更多|點擊"},
    {"zh", Prompt::related,
     "相关阅读|相关新闻|相关文章|相關新聞|相關文章|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|热门文章|热门新闻|熱門新聞|最新新闻|最新文章|最新消息|=推荐|猜你喜欢|"
     "更多新闻|你可能|热点|=新闻|=新聞|热门推荐|相关报道|排行榜|编辑推荐|熱門文章|相关推荐|往期"},
    {"zh", Prompt::comments,
     "=评论|=評論|发表评论|我要评论|留言|=回复|网友评论|查看评论|條評論|发布评论"},
    {"zh", Prompt::copyright,
     "版权所有|版權所有|未经授权|未经许可|不得转载|转载请注明|禁止转载|著作權"},
    {"zh", Prompt::advert,
     "=广告|=廣告|广告|廣告|赞助|推广"},
    {"zh", Prompt::photo,
     "图片来源|图源|資料圖片|资料图|^图|摄影|图为|圖為|攝影|来源:|^来源|來源"},
    {"zh", Prompt::byline,
     "^作者|^记者|^編輯|^编辑|责任编辑|责编|责任編輯|记者|校对|監製"},
    {"zh", Prompt::form,
     "=登录|=登錄|=登入|=搜索|=搜尋|密码|=关闭|=提交|=取消|用户名|=确定"},
    {"zh", Prompt::menu,
     "=首页|=首頁|=导航|=国内|=国际|=體育|=体育|=财经|=娱乐|=科技|=社会|联系我们|關於我們|关于我们|网站地图|=返回顶部|=视频|=图片"},
    {"zh", Prompt::legal,
     "隐私政策|隱私|服务条款|使用条款|免责声明|用户协议"},
    {"zh", Prompt::time,
     "发布时间|更新时间|^发布|^更新|發布時間|小时前|分钟前|=今天|=昨天|阅读时间"},
    {"zh", Prompt::tags,
     "=标签|=標籤|关键词|關鍵字|^标签"},
    {"zh", Prompt::app,
     "下载|客户端|=下载|收听|客戶端"},
    {"zh", Prompt::pager,
     "=下一页|=上一页|下一篇|上一篇|=目录|=返回|上一條|下一條"},
    {"zh", Prompt::pointer,
     "^相关阅读|^延伸阅读|^延伸閱讀|^推荐阅读|^推薦閱讀|^另见|^另見|^相关新闻|^相關新聞|^相关报道|^相关文章|^相關文章|^阅读更多|^更多阅读|"
     "^更多閱讀|^往期回顾"},
    {"ja", Prompt::share,
     "=シェア|シェアする|ツイート|フォローする|フォロー|=印刷|=共有|リンクをコピー|ポスト|=ブックマーク"},
    {"ja", Prompt::subscribe,
     "購読|メルマガ|メールマガジン|会員登録|ニュースレター|無料登録|有料会員|会員限定|登録する"},
    {"ja", Prompt::read_more,
     "続きを読む|もっと見る|もっと読む|=もっと|詳しくはこちら|詳細を見る|=詳細|=詳しく|一覧を見る|記事を読む|こちら|全文を読む|すべて見る"},
    {"ja", Prompt::related,
     "関連記事|関連ニュース|おすすめ記事|=おすすめ|人気記事|アクセスランキング|=ランキング|最新記事|最新ニュース|新着記事|=ニュース|あわせて読みたい|"
     "この記事を読んだ人|こちらもおすすめ|関連リンク|関連|注目記事|注目|ピックアップ|特集"},
    {"ja", Prompt::comments,
     "=コメント|コメントを書く|コメントする|コメント|=返信"},
    {"ja", Prompt::copyright,
     "無断転載|著作権|転載を禁じます|all rights reserved"},
    {"ja", Prompt::advert,
     "=広告|広告|スポンサー|=pr|提供"},
    {"ja", Prompt::photo,
     "写真|写真:|^写真|撮影|画像|提供"},
    {"ja", Prompt::byline,
     "^文|^著者|記者|編集部|ライター|執筆者|著者|取材"},
    {"ja", Prompt::form,
     "=ログイン|=検索|パスワード|=閉じる|=送信|=キャンセル|新規登録"},
    {"ja", Prompt::menu,
     "=ホーム|=トップ|=メニュー|=政治|=経済|=スポーツ|=国際|=社会|=芸能|お問い合わせ|会社概要|運営会社|サイトマップ|=カテゴリ"},
    {"ja", Prompt::legal,
     "プライバシーポリシー|利用規約|個人情報|クッキー|特定商取引"},
    {"ja", Prompt::time,
     "^更新|^公開|更新日|公開日|投稿日|時間前|=今日|配信"},
    {"ja", Prompt::tags,
     "=タグ|=キーワード|^タグ|カテゴリー"},
    {"ja", Prompt::app,
     "アプリ|ダウンロード|アプリをダウンロード"},
    {"ja", Prompt::pager,
     "=次へ|=前へ|次の記事|前の記事|=目次|次のページ|前のページ"},
    {"ja", Prompt::pointer,
     "^関連記事|^あわせて読みたい|^合わせて読みたい|^関連ニュース|^こちらもおすすめ|^関連|^続きを読む"},
    {"ko", Prompt::share,
     "=공유|공유하기|페이스북|트위터|카카오톡|=인쇄|팔로우|링크 복사|url 복사|=밴드|글자 크기"},
    {"ko", Prompt::subscribe,
     "구독|뉴스레터|구독하기|회원가입|=구독"},
    {"ko", Prompt::read_more,
     "더보기|=더보기|자세히 보기|계속 읽기|기사 더보기|=더 보기|전체보기|바로가기"},
    {"ko", Prompt::related,
     "관련기사|관련 기사|관련뉴스|많이 본 뉴스|인기기사|최신기사|추천기사|추천 기사|=뉴스|주요뉴스|주요 뉴스|실시간|인기 뉴스|최신 뉴스|핫이슈|"
     "이 시각|오늘의|랭킹뉴스|다른 기사"},
    {"ko", Prompt::comments,
     "=댓글|댓글|댓글쓰기|의견|=답글"},
    {"ko", Prompt::copyright,
     "무단 전재|무단전재|재배포 금지|저작권|저작권자"},
    {"ko", Prompt::advert,
     "=광고|광고|=협찬"},
    {"ko", Prompt::photo,
     "사진|사진=|출처|^사진|=연합뉴스|뉴시스"},
    {"ko", Prompt::byline,
     "기자|=기자|특파원|^글|편집"},
    {"ko", Prompt::form,
     "=로그인|=검색|비밀번호|=닫기|=취소|=확인|회원가입"},
    {"ko", Prompt::menu,
     "=홈|=메뉴|=정치|=경제|=사회|=스포츠|=국제|=문화|=연예|회사소개|고객센터|=전체메뉴|본문 바로가기"},
    {"ko", Prompt::legal,
     "개인정보처리방침|이용약관|청소년보호정책|개인정보"},
    {"ko", Prompt::time,
     "입력|수정|=오늘|승인|등록|^입력|^수정|기사입력"},
    {"ko", Prompt::tags,
     "=태그|키워드"},
    {"ko", Prompt::app,
     "앱 다운로드|다운로드|듣기"},
    {"ko", Prompt::pager,
     "=다음|=이전|다음 기사|이전 기사|=목록"},
    {"ko", Prompt::pointer,
     "^관련기사|^관련 기사|^함께 읽기|^더 읽기|^관련뉴스|^함께 보면 좋은 기사"},
    {"vi", Prompt::share,
     "=chia sẻ|chia sẻ|theo dõi chúng tôi|theo dõi|=in"},
    {"vi", Prompt::subscribe,
     "đăng ký|bản tin|đăng ký nhận tin"},
    {"vi", Prompt::read_more,
     "xem thêm|đọc thêm|đọc tiếp|=thêm|xem chi tiết|chi tiết|xem tiếp"},
    {"vi", Prompt::related,
     "tin liên quan|bài viết liên quan|tin cùng chuyên mục|đọc nhiều|tin mới|tin tức|"
     "=tin mới|có thể bạn quan tâm|xem nhiều|tin nổi bật|bài liên quan|tin khác"},
    {"vi", Prompt::comments,
     "=bình luận|bình luận|ý kiến|gửi bình luận|=trả lời"},
    {"vi", Prompt::copyright,
     "bản quyền|giữ bản quyền"},
    {"vi", Prompt::advert,
     "=quảng cáo|quảng cáo|tài trợ"},
    {"vi", Prompt::photo,
     "ảnh|^ảnh|nguồn:|^nguồn"},
    {"vi", Prompt::byline,
     "^tác giả|phóng viên|theo"},
    {"vi", Prompt::form,
     "đăng nhập|=tìm kiếm|mật khẩu|=đóng|=gửi"},
    {"vi", Prompt::menu,
     "=trang chủ|=thời sự|=thế giới|=kinh tế|=thể thao|=giải trí|=liên hệ|giới thiệu"},
    {"vi", Prompt::legal,
     "chính sách bảo mật|điều khoản"},
    {"vi", Prompt::time,
     "^cập nhật|^đăng|=hôm nay"},
    {"vi", Prompt::tags,
     "=từ khóa|=chủ đề|=tags"},
    {"vi", Prompt::app,
     "tải ứng dụng"},
    {"vi", Prompt::pager,
     "=tiếp|=trước"},
    {"vi", Prompt::pointer,
     "^xem thêm|^đọc thêm|^tin liên quan|^đọc tiếp|^bài viết liên quan|^xem tiếp"},
    {"id", Prompt::share,
     "=bagikan|bagikan|ikuti kami|=cetak|salin tautan"},
    {"id", Prompt::subscribe,
     "berlangganan|langganan|daftar|buletin"},
    {"id", Prompt::read_more,
     "baca selengkapnya|baca juga|baca lebih|selengkapnya|=selengkapnya|lihat semua|"
     "baca selanjutnya|=lihat lainnya|klik di sini"},
    {"id", Prompt::related,
     "berita terkait|artikel terkait|terpopuler|berita terbaru|berita lainnya|rekomendasi|"
     "=terkait|=berita|terkini|berita populer|=populer"},
    {"id", Prompt::comments,
     "=komentar|komentar|tulis komentar|=balas"},
    {"id", Prompt::copyright,
     "hak cipta|dilarang"},
    {"id", Prompt::advert,
     "=iklan|iklan|advertorial"},
    {"id", Prompt::photo,
     "foto:|^foto|sumber:|^sumber"},
    {"id", Prompt::byline,
     "^penulis|^oleh|^editor|reporter|wartawan"},
    {"id", Prompt::form,
     "=masuk|=cari|kata sandi|=tutup|=kirim"},
    {"id", Prompt::menu,
     "=beranda|=menu|=nasional|=ekonomi|=olahraga|=internasional|=hiburan|hubungi kami|"
     "tentang kami|=gaya hidup"},
    {"id", Prompt::legal,
     "kebijakan privasi|syarat dan ketentuan|ketentuan"},
    {"id", Prompt::time,
     "^diperbarui|^dipublikasikan|=hari ini|menit lalu|jam lalu"},
    {"id", Prompt::tags,
     "=topik|=tag"},
    {"id", Prompt::app,
     "unduh aplikasi|unduh"},
    {"id", Prompt::pager,
     "=berikutnya|=sebelumnya"},
    {"id", Prompt::pointer,
     "^baca juga|^baca selengkapnya|^lihat juga|^baca selanjutnya|^simak juga"},
    {"th", Prompt::share,
     "=แชร์|แชร์|ติดตามเรา|=พิมพ์"},
    {"th", Prompt::subscribe,
     "สมัครสมาชิก|สมัครรับข่าว"},
    {"th", Prompt::read_more,
     "อ่านต่อ|อ่านเพิ่มเติม|=เพิ่มเติม|ดูเพิ่มเติม|คลิก"},
    {"th", Prompt::related,
     "ข่าวที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง|ข่าวล่าสุด|ข่าวอื่น|แนะนำ|ยอดนิยม|=ข่าว|"
     "เรื่องที่เกี่ยวข้อง"},
    {"th", Prompt::comments,
     "=ความคิดเห็น|แสดงความคิดเห็น|=ตอบกลับ"},
    {"th", Prompt::copyright,
     "สงวนลิขสิทธิ์"},
    {"th", Prompt::advert,
     "=โฆษณา|โฆษณา"},
    {"th", Prompt::photo,
     "ภาพ|ภาพจาก|ที่มา"},
    {"th", Prompt::byline,
     "ผู้สื่อข่าว|โดย"},
    {"th", Prompt::form,
     "เข้าสู่ระบบ|=ค้นหา|รหัสผ่าน|=ปิด"},
    {"th", Prompt::menu,
     "=หน้าแรก|=การเมือง|=เศรษฐกิจ|=กีฬา|ติดต่อเรา|เกี่ยวกับเรา"},
    {"th", Prompt::legal,
     "นโยบายความเป็นส่วนตัว|คุกกี้"},
    {"th", Prompt::time,
     "อัปเดต|เผยแพร่|=วันนี้"},
    {"th", Prompt::tags,
     "=แท็ก"},
    {"th", Prompt::app,
     "ดาวน์โหลด"},
    {"th", Prompt::pager,
     "=ถัดไป|=ก่อนหน้า"},
    {"th", Prompt::pointer,
     "^อ่านเพิ่มเติม|^อ่านต่อ|^ข่าวที่เกี่ยวข้อง"},
    {"lt", Prompt::share,
     "=dalintis|dalintis|sekite mus"},
    {"lt", Prompt::subscribe,
     "prenumeruoti|naujienlaiškis"},
    {"lt", Prompt::read_more,
     "skaityti daugiau|skaitykite daugiau|=daugiau|taip pat skaitykite|plačiau"},
    {"lt", Prompt::related,
     "susiję straipsniai|skaitomiausi|naujausi|rekomenduojame|=naujienos|populiariausi"},
    {"lt", Prompt::comments,
     "=komentarai|komentuoti|rašyti komentarą"},
    {"lt", Prompt::copyright,
     "visos teisės saugomos"},
    {"lt", Prompt::advert,
     "=reklama|reklama"},
    {"lt", Prompt::photo,
     "nuotr|nuotrauka"},
    {"lt", Prompt::byline,
     "^autorius|redakcija"},
    {"lt", Prompt::form,
     "prisijungti|=paieška|slaptažodis"},
    {"lt", Prompt::menu,
     "=pradžia|=sportas|=verslas|=kontaktai|apie mus"},
    {"lt", Prompt::legal,
     "privatumo politika|slapukai"},
    {"lt", Prompt::time,
     "^paskelbta|^atnaujinta|=šiandien"},
    {"lt", Prompt::tags,
     "=žymos"},
    {"lt", Prompt::app,
     "parsisiųsti"},
    {"lt", Prompt::pager,
     "=kitas|=ankstesnis"},
    {"lt", Prompt::pointer,
     "^taip pat skaitykite|^skaitykite daugiau|^susiję straipsniai"},
};
// clang-format on

constexpr std::array<std::string_view, kPrompts> kNames = {
    "share",  "subscribe", "read_more", "related", "comments", "copyright",
    "advert", "photo",     "byline",    "form",    "menu",     "legal",
    "time",   "tags",      "app",       "pager",   "pointer"};

}  // namespace

std::string_view name_of(Prompt prompt) {
  return kNames[static_cast<std::size_t>(prompt)];
}

std::span<const PromptList> prompt_lists() {
  return kLists;
}

}  // namespace pressmill::clean
