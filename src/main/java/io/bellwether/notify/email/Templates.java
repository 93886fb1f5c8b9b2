package io.bellwether.notify.email;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Singleton;

/** The two forms of a mail. */
@Singleton
final class Templates {

    private final Template html;
    private final Template text;

    Templates(@Location("notify/letter.html") Template html, @Location("notify/letter.txt") Template text) {
        this.html = html;
        this.text = text;
    }

    String html(Letter letter) {
        return html.data("letter", letter).render();
    }

    String text(Letter letter) {
        return text.data("letter", letter).render();
    }
}
