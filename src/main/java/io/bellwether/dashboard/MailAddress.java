package io.bellwether.dashboard;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody's address, as a form sends it. */
record MailAddress(@NotBlank @Email @Size(max = 254) String to) {

    static MailAddress in(Filled form) {
        return new MailAddress(form.value("to").strip());
    }
}
