package io.bellwether.probe;

import io.bellwether.platform.Problem;
import io.bellwether.platform.TestJson;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;

/** Reads settings of a kind as the application does, without the application. */
public final class TestSettings {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private TestSettings() {}

    public static <S extends Record> S read(Probe<S> probe, Map<String, Object> values) {
        return new SettingsReader(TestJson.json(), VALIDATOR).read(probe, values);
    }

    /** What is wrong with the settings, each as the pointer and the words. */
    public static List<String> faults(Probe<?> probe, Map<String, Object> values) {
        try {
            read(probe, values);
            return List.of();
        } catch (Problem e) {
            return e.errors().stream()
                    .map(error -> error.pointer() + " " + error.detail())
                    .toList();
        }
    }
}
