package io.bellwether.vendor;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An absolute URL of the schemes http and https, with a host and without a user. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = HttpUrl.Validator.class)
public @interface HttpUrl {

    String message() default "must be a URL such as https://example.com/";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Accepts null: presence is another constraint's business. */
    final class Validator implements ConstraintValidator<HttpUrl, String> {

        private static final Set<String> SCHEMES = Set.of("http", "https");

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || isHttp(value);
        }

        private static boolean isHttp(String value) {
            try {
                URI url = new URI(value);
                return url.getScheme() != null
                        && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
                        && url.getHost() != null
                        && url.getUserInfo() == null;
            } catch (URISyntaxException e) {
                return false;
            }
        }
    }
}
