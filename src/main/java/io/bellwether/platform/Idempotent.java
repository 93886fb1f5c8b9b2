package io.bellwether.platform;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a creating REST method: honours {@code Idempotency-Key}. The same principal sending the same request under the same
 * key again within a day gets the first answer again, and nothing is created twice.
 *
 * <p>The method runs in one transaction with the record of its answer, so it must not use the network. Answers that hold
 * secrets must not be kept this way.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
