package io.bellwether.alert.voice;

import io.quarkus.qute.Engine;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.WhenSectionHelper;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * Templates that anybody may have written. They see the facts they are given and nothing else: there is no way to a method, a
 * bean or another template. A text ends, and soon: there is no loop but over a short list of facts, none within another, and
 * what gets too long is refused while it grows.
 */
final class Sandbox {

    private static final int LONGEST_TEXT = 8_000;

    private final Engine engine = Engine.builder()
            .addSectionHelpers(
                    new IfSectionHelper.Factory(), new LoopSectionHelper.Factory(), new WhenSectionHelper.Factory())
            .addValueResolvers(
                    ValueResolvers.mapResolver(),
                    ValueResolvers.mapperResolver(),
                    ValueResolvers.collectionResolver(),
                    ValueResolvers.orResolver())
            .strictRendering(true)
            .build();

    /** @throws BrokenTemplate when it does not parse */
    Template parse(String text) {
        try {
            return engine.parse(text);
        } catch (TemplateException e) {
            throw broken(e);
        }
    }

    /**
     * The text on one line.
     *
     * @param facts texts, figures, flags, and lists of maps of these
     * @throws BrokenTemplate when a fact is missing, or the text gets too long
     */
    String render(Template template, Map<String, Object> facts) {
        StringBuilder text = new StringBuilder();
        try {
            template.data(facts)
                    .consume(part -> append(text, part))
                    .toCompletableFuture()
                    .join();
        } catch (TemplateException e) {
            throw broken(e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof TemplateException cause
                    ? broken(cause)
                    : new BrokenTemplate(new TemplateFault(1, String.valueOf(e.getCause())));
        }
        return text.toString().strip().replaceAll("\\s+", " ");
    }

    private static void append(StringBuilder text, String part) {
        if (text.length() + part.length() > LONGEST_TEXT) {
            throw new TemplateException("The text gets longer than " + LONGEST_TEXT + " characters.");
        }
        text.append(part);
    }

    private static BrokenTemplate broken(TemplateException e) {
        int line = e.getOrigin() == null ? 1 : Math.max(1, e.getOrigin().getLine());
        return new BrokenTemplate(new TemplateFault(line, words(String.valueOf(e.getMessage()))));
    }

    /** Without where it is: there is but one template, and the line is told beside it. */
    private static String words(String message) {
        return message.replaceFirst(
                        "(?s)^(Parser|Rendering) error(?: in template \\S+)?(?: on| at)?(?: line \\d+)?: ?", "")
                .replaceAll("\\s+", " ");
    }
}
