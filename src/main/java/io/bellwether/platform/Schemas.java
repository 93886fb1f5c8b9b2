package io.bellwether.platform;

import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationOption;
import io.bellwether.platform.secret.Secret;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Schema (2020-12) of records, with what their Bean Validation constraints say. */
@Singleton
public class Schemas {

    private final SchemaGenerator generator;
    private final Json json;

    Schemas(Json json) {
        this.json = json;
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JakartaValidationModule(
                        JakartaValidationOption.NOT_NULLABLE_FIELD_IS_REQUIRED,
                        JakartaValidationOption.INCLUDE_PATTERN_EXPRESSIONS))
                .with(
                        Option.EXTRA_OPEN_API_FORMAT_VALUES,
                        Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.INLINE_ALL_SCHEMAS);
        // A duration is a text to those who write it, not the object the library would make of its fields.
        config.forFields()
                .withTargetTypeOverridesResolver(field -> field.getType().isInstanceOf(Duration.class)
                        ? List.of(field.getContext().resolve(String.class))
                        : null)
                .withStringFormatResolver(Schemas::format)
                .withWriteOnlyCheck(Schemas::isSecret);
        this.generator = new SchemaGenerator(config.build());
    }

    private static @Nullable String format(FieldScope field) {
        if (isSecret(field) && field.getType().isInstanceOf(String.class)) {
            return "password";
        }
        return field.getDeclaredType().isInstanceOf(Duration.class) ? "duration" : null;
    }

    private static boolean isSecret(FieldScope field) {
        Secret secret = field.getAnnotation(Secret.class);
        return secret != null && Secret.ALL.equals(secret.keys());
    }

    public Map<String, Object> of(Class<? extends Record> type) {
        return json.map(generator.generateSchema(type).toString());
    }
}
