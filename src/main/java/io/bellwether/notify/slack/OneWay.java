package io.bellwether.notify.slack;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Settings that lead to Slack by a webhook or by a bot, and not by both. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneWay.Validator.class)
@interface OneWay {

    String message() default "must lead to Slack in one way";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the setting that is missing or too much. */
    final class Validator implements ConstraintValidator<OneWay, SlackSettings> {

        @Override
        public boolean isValid(SlackSettings settings, ConstraintValidatorContext context) {
            if (settings.url() == null && settings.botToken() == null) {
                return wrong(context, "url", "must not be null, unless there is a botToken");
            }
            if (settings.url() != null && settings.botToken() != null) {
                return wrong(context, "botToken", "must not stand beside url: give one of them");
            }
            if (settings.botToken() == null && settings.channel() != null) {
                return wrong(context, "channel", "is the webhook's own; give it with a botToken only");
            }
            if (settings.botToken() == null && settings.signingSecret() != null) {
                return wrong(context, "signingSecret", "is of use with a botToken only");
            }
            if (settings.botToken() != null && settings.channel() == null) {
                return wrong(context, "channel", "must say where the bot posts");
            }
            return true;
        }

        private static boolean wrong(ConstraintValidatorContext context, String setting, String message) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(message)
                    .addPropertyNode(setting)
                    .addConstraintViolation();
            return false;
        }
    }
}
