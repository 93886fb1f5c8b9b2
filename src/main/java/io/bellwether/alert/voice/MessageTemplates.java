package io.bellwether.alert.voice;

import static java.util.stream.Collectors.toMap;

import io.bellwether.core.Lens;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The templates as people read and edit them. */
@ApplicationScoped
public class MessageTemplates {

    private static final String TEXTS = "/texts/";

    private final BuiltInTemplates builtIn;
    private final StoredEdits edits;
    private final Audit audit;
    private final Caller caller;

    MessageTemplates(BuiltInTemplates builtIn, StoredEdits edits, Audit audit, Caller caller) {
        this.builtIn = builtIn;
        this.edits = edits;
        this.audit = audit;
        this.caller = caller;
    }

    /** All, by rule and voice. */
    @Transactional
    public List<MessageTemplate> list() {
        Map<List<Object>, StoredEdits.Edit> stored =
                edits.all().stream().collect(toMap(edit -> List.of(edit.rule(), edit.lens()), edit -> edit));
        return Vocabulary.rules().stream()
                .flatMap(rule -> Stream.of(Lens.values())
                        .map(lens -> template(rule, lens, stored.get(List.<Object>of(rule, lens)))))
                .toList();
    }

    /** @throws Problem 404 when there is no such rule */
    @Transactional
    public MessageTemplate require(String rule, Lens lens) {
        known(rule);
        return template(rule, lens, edits.find(rule, lens).orElse(null));
    }

    /**
     * Replaces the edited templates of a rule in one voice.
     *
     * @param texts by kind of message; kinds left out go back to the built-in text
     * @throws Problem 400 naming what is wrong, with the line; 404; 412 when {@code ifMatch} is stale
     */
    @Transactional
    public MessageTemplate replace(String rule, Lens lens, @Nullable String ifMatch, Map<String, String> texts) {
        MessageTemplate before = require(rule, lens);
        ETags.check(ifMatch, before.version());
        Map<Moment, String> checked = checked(rule, lens, texts);
        StoredEdits.Edit saved = edits.save(rule, lens, checked, caller.name());
        audit.record("template.change", "message-template/" + rule + "/" + lens, Map.of("texts", checked));
        return template(rule, lens, saved);
    }

    /**
     * What a template says of an example.
     *
     * @param text null for the one in force
     * @throws Problem 400 naming what is wrong with the text, with the line; 404 when there is no such rule
     */
    @Transactional
    public SampleTelling sample(TemplateKey key, @Nullable String text) {
        MessageTemplate inForce = require(key.rule(), key.lens());
        if (text != null) {
            refuse(errors("/text", new Draft(key, text)));
        }
        Draft draft = new Draft(key, text == null ? inForce.texts().getOrDefault(key.moment(), "") : text);
        Map<String, Object> facts = Vocabulary.sample(key.rule(), key.moment());
        return new SampleTelling(draft.told(facts), facts, draft.warnings());
    }

    private MessageTemplate template(String rule, Lens lens, StoredEdits.@Nullable Edit edit) {
        Map<Moment, String> own = edit == null ? Map.of() : edit.texts();
        Map<Moment, String> texts = new EnumMap<>(Moment.class);
        List<TemplateWarning> warnings = new ArrayList<>();
        Set<KnownFact> facts = new LinkedHashSet<>();
        for (Moment moment : Moment.values()) {
            TemplateKey key = new TemplateKey(rule, moment, lens);
            String text = own.getOrDefault(moment, builtIn.text(key).orElse(""));
            texts.put(moment, text);
            facts.addAll(Vocabulary.of(rule, moment));
            if (own.containsKey(moment)) {
                warnings.addAll(warnings(new Draft(key, text), moment));
            }
        }
        return new MessageTemplate(
                rule,
                lens,
                texts,
                new TreeSet<>(own.keySet()),
                List.copyOf(facts),
                warnings,
                edit == null ? null : edit.updatedAt(),
                edit == null ? null : edit.updatedBy(),
                edit == null ? 0 : edit.version());
    }

    /** A template that was good when it was written may name what is no more. */
    private static List<TemplateWarning> warnings(Draft draft, Moment moment) {
        List<TemplateFault> faults = draft.faults();
        return faults.isEmpty()
                ? draft.warnings()
                : faults.stream()
                        .map(fault ->
                                new TemplateWarning(moment, "Not used: line " + fault.line() + ": " + fault.detail()))
                        .toList();
    }

    private static Map<Moment, String> checked(String rule, Lens lens, Map<String, String> texts) {
        Map<Moment, String> checked = new EnumMap<>(Moment.class);
        List<FieldError> errors = new ArrayList<>();
        texts.forEach((kind, text) -> Moment.of(kind)
                .ifPresentOrElse(
                        moment -> {
                            checked.put(moment, text);
                            errors.addAll(errors(TEXTS + kind, new Draft(new TemplateKey(rule, moment, lens), text)));
                        },
                        () -> errors.add(new FieldError(
                                TEXTS + kind, "Must be one of " + Arrays.toString(Moment.values()) + "."))));
        refuse(errors);
        return checked;
    }

    private static List<FieldError> errors(String pointer, Draft draft) {
        return draft.faults().stream()
                .map(fault -> new FieldError(pointer, fault.detail(), fault.line(), null))
                .toList();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private void known(String rule) {
        if (!builtIn.knows(rule)) {
            throw Problem.notFound("rule", rule);
        }
    }
}
