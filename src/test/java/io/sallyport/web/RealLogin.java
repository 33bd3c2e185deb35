package io.sallyport.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * On a real database and a real sign-in server, with rights that are learnt again every second so
 * that no test waits for the half minute of the product.
 */
@Tag("boundary")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = PeopleAndTokens.class,
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "logging.structured.format.console=",
      "camunda.bpm.enabled=false",
      "management.server.port=0",
      "sallyport.web.learn-rights-every=1s",
      "sallyport.web.remember-tokens-for=1s"
    })
@ContextConfiguration(initializers = RealParts.class)
@interface RealLogin {}
