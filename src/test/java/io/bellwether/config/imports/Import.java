package io.bellwether.config.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.config.imports.Leftover.Scope;
import io.bellwether.config.text.SourceReader;
import java.util.List;
import java.util.Map;

/** A configuration as an importer of the tests reads it. */
record Import(Imported answer, Map<String, Object> document) {

    @SuppressWarnings("unchecked") // What we write is of maps and lists.
    static Import of(Importer importer, KnownKinds kinds, String text) {
        Imported answer = new Imports(List.of(importer), kinds).read(importer.format(), text);
        return new Import(answer, (Map<String, Object>)
                SourceReader.yaml(answer.document()).value());
    }

    /** Every monitor of it, whether or not there are kinds for all of them. */
    static void carriesOver(Importer importer, Generated generated) {
        Import all = of(importer, KnownKinds.EVERY, generated.text());
        Import few = of(importer, KnownKinds.of("http", "tls"), generated.text());

        assertThat(all.kinds()).isEqualTo(generated.kinds());
        assertThat(all.answer().carried().monitors()).isEqualTo(generated.carried());
        assertThat(all.answer().carried().probes()).isEqualTo(generated.probes());
        assertThat(all.lost()).hasSize(generated.lost());
        assertThat(few.kinds().keySet()).isSubsetOf("http", "tls");
        assertThat(few.answer().carried().monitors() + few.lost().size()).isEqualTo(generated.monitors());
    }

    private Map<String, Integer> kinds() {
        return probes().stream().collect(groupingBy(probe -> (String) probe.get("kind"), summingInt(_ -> 1)));
    }

    List<Map<String, Object>> vendors() {
        return maps(document.get("vendors"));
    }

    List<Map<String, Object>> probes() {
        return vendors().stream()
                .flatMap(vendor -> maps(vendor.get("probes")).stream())
                .toList();
    }

    /** The only probe of this name. */
    Map<String, Object> probe(String name) {
        List<Map<String, Object>> found = probes().stream()
                .filter(probe -> probe.get("name").equals(name))
                .toList();
        assertThat(found).as(name).hasSize(1);
        return found.getFirst();
    }

    @SuppressWarnings("unchecked") // What we write is of maps and lists.
    Map<String, Object> settings(String name) {
        return (Map<String, Object>) probe(name).get("settings");
    }

    List<String> lost() {
        return leftovers(Scope.MONITOR);
    }

    List<String> details() {
        return leftovers(Scope.DETAIL);
    }

    private List<String> leftovers(Scope scope) {
        return answer.notCarried().stream()
                .filter(leftover -> leftover.scope() == scope)
                .map(leftover -> leftover.path() + " " + leftover.what())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object list) {
        return (List<Map<String, Object>>) list;
    }
}
