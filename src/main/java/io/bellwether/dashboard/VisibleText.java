package io.bellwether.dashboard;

import io.bellwether.core.language.PlainText;
import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.Expression;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.TemplateNode.Origin;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Puts text into pages and mails: escaped, and without characters that turn the writing around or hide. A vendor's words
 * come from everywhere, so this is done for all text at once.
 */
@Singleton
class VisibleText implements ResultMapper {

    private final HtmlEscaper escaper = new HtmlEscaper(List.of("text/html", "text/xml", "application/xhtml+xml"));

    void configure(@Observes EngineBuilder builder) {
        builder.addResultMapper(this);
    }

    /** Before the one that only escapes. */
    @Override
    public int getPriority() {
        return escaper.getPriority() + 1;
    }

    @Override
    public boolean appliesTo(Origin origin, Object result) {
        return result instanceof CharSequence && escaper.appliesTo(origin, result);
    }

    @Override
    public String map(Object result, Expression expression) {
        return escaper.map(PlainText.visible(result.toString()), expression);
    }
}
