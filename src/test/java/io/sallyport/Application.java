package io.sallyport;

import java.util.Map;
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
    return new SpringApplicationBuilder(Server.class)
        .profiles("local")
        .initializers(
            context -> {
              context
                  .getEnvironment()
                  .getPropertySources()
                  .addFirst(new MapPropertySource("local boundary", settings));
              register((GenericApplicationContext) context, interceptors);
            })
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
