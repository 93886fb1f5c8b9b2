package io.bellwether.notify.email;

/** How far an SMTP transaction has come, in its order. */
enum Step {
    /** Up to the end of greeting, encryption and sign-in. */
    CONNECT,
    SENDER,
    RECIPIENT,
    CONTENT,
    /** The end of the mail is on its way; from here on only the server knows whether it was taken. */
    HANDED_OVER
}
