package io.bellwether.alert.voice;

import io.quarkus.qute.Template;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A template that somebody proposes: what it would say, and what is wrong with it. */
final class Draft {

    static final int LONGEST = 4_000;

    private final Sandbox sandbox = new Sandbox();
    private final TemplateKey key;
    private final String text;

    Draft(TemplateKey key, String text) {
        this.key = key;
        this.text = text;
    }

    /** Why it cannot be used; empty when it can. */
    List<TemplateFault> faults() {
        if (text.isBlank()) {
            return List.of(new TemplateFault(1, "Must not be blank; leave it out to go back to the built-in text."));
        }
        if (text.length() > LONGEST) {
            return List.of(new TemplateFault(1, "Must not be longer than " + LONGEST + " characters."));
        }
        Template template;
        try {
            template = sandbox.parse(text);
        } catch (BrokenTemplate e) {
            return List.of(e.fault());
        }
        List<TemplateFault> faults =
                TemplateCheck.faults(template.getRootNode(), Vocabulary.of(key.rule(), key.moment()));
        return faults.isEmpty() ? rendered(template) : faults;
    }

    /** @throws BrokenTemplate when it has faults */
    String told(Map<String, Object> facts) {
        return sandbox.render(sandbox.parse(text), LocalFacts.of(facts, ZoneOffset.UTC));
    }

    /** What readers may stumble over. */
    List<TemplateWarning> warnings() {
        return PlainLanguage.faults(key.lens(), told(Vocabulary.sample(key.rule(), key.moment()))).stream()
                .map(fault -> new TemplateWarning(key.moment(), fault))
                .toList();
    }

    private List<TemplateFault> rendered(Template template) {
        List<TemplateFault> faults = new ArrayList<>();
        for (Map<String, Object> facts :
                List.of(Vocabulary.sample(key.rule(), key.moment()), Vocabulary.sparse(key.rule(), key.moment()))) {
            try {
                sandbox.render(template, LocalFacts.of(facts, ZoneOffset.UTC));
            } catch (BrokenTemplate e) {
                faults.add(new TemplateFault(
                        e.fault().line(),
                        e.fault().detail() + " A fact that may be missing needs a word instead: {name ?: 'unknown'}."));
            }
        }
        return faults.stream().distinct().toList();
    }
}
