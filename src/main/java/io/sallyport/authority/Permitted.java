package io.sallyport.authority;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler (W2, AC-3). A handler without it answers nobody, and a test says so. It
 * opens the door only: whether the person may do this to that program's model is asked again, where
 * it is done.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Permitted {

  /** One of these roles, in any program; none named: everybody who is logged in. */
  Role[] value() default {};

  /** Machines too; they submit and read, and never decide. */
  boolean machines() default false;

  /** Everybody, logged in or not: the consent page, error pages. */
  boolean everyone() default false;
}
