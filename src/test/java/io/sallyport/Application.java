package io.sallyport;

import java.util.Map;
import java.util.function.Consumer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Starts the application of the local boundary: the product's own, told where its parts are. */
public final class Application {

  private Application() {}

  /** The running application; {@code interceptors} see every request to AWS. */
  public static ConfigurableApplicationContext start(
      Map<String, Object> settings, ExecutionInterceptor... interceptors) {
    return start(settings, context -> register(context, interceptors));
  }

  /** The running application, with beans of a test's own. */
  public static ConfigurableApplicationContext start(
      Map<String, Object> settings, Consumer<GenericApplicationContext> beans) {
    return new SpringApplicationBuilder(Server.class)
        .profiles("local")
        .initializers(
            context -> {
              context
                  .getEnvironment()
                  .getPropertySources()
                  .addFirst(new MapPropertySource("local boundary", settings));
              beans.accept((GenericApplicationContext) context);
            })
        .run();
  }

  /** The application as production starts it: no profile, these settings alone. */
  public static ConfigurableApplicationContext startInProduction(Map<String, Object> settings) {
    return new SpringApplicationBuilder(Server.class)
        .initializers(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("production", settings)))
        .run();
  }

  private static void register(
      GenericApplicationContext context, ExecutionInterceptor... interceptors) {
    for (ExecutionInterceptor interceptor : interceptors) {
      context.registerBean(
          interceptor.getClass().getSimpleName(), ExecutionInterceptor.class, () -> interceptor);
    }
  }
}
