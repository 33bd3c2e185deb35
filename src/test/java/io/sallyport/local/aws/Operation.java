package io.sallyport.local.aws;

import io.sallyport.local.aws.protocol.Route;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.CopyableBuilder;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * One operation of a service: its name, where it lives, and the method that answers it, which takes
 * and gives the SDK's own classes. Unless told otherwise it needs {@code <service>:<name>} on
 * {@code *}.
 */
public final class Operation<I extends SdkPojo> {

  /** Answers with an SDK response, or with a {@link Streamed} one. */
  public interface Handler<I, O> {
    O handle(I request, Call call);
  }

  private final String name;
  private final Route route;
  private final Function<Consumer<SdkPojo>, I> reader;
  private final Handler<I, ?> handler;
  private final BiFunction<I, Call, List<Permission>> needs;

  private Operation(
      String name,
      Route route,
      Function<Consumer<SdkPojo>, I> reader,
      Handler<I, ?> handler,
      BiFunction<I, Call, List<Permission>> needs) {
    this.name = name;
    this.route = route;
    this.reader = reader;
    this.handler = handler;
    this.needs = needs;
  }

  /** {@code Operation.of("CreateKey", CreateKeyRequest::builder, keys::create)}. */
  public static <
          B extends SdkPojo & CopyableBuilder<B, I>, I extends SdkPojo & ToCopyableBuilder<B, I>>
      Operation<I> of(String name, Supplier<B> builder, Handler<I, ?> handler) {
    Function<Consumer<SdkPojo>, I> reader =
        fill -> {
          B empty = builder.get();
          fill.accept(empty);
          return empty.build();
        };
    return new Operation<>(name, Route.rpc(), reader, handler, (request, call) -> List.of());
  }

  /** For REST protocols: {@code "POST /endpoints/{EndpointName}/invocations"}. */
  public Operation<I> at(String path) {
    return new Operation<>(name, Route.of(path), reader, handler, needs);
  }

  /** Needs {@code <service>:<name>} on this resource. */
  public Operation<I> on(Function<I, String> resource) {
    return needs((request, call) -> List.of(new Permission(":" + name, resource.apply(request))));
  }

  /** Needs all of these; an action that begins with a colon belongs to the service. */
  public Operation<I> needs(BiFunction<I, Call, List<Permission>> permissions) {
    return new Operation<>(name, route, reader, handler, permissions);
  }

  /** The members that the handler heeds; any other that is set is refused by name. */
  public Operation<I> knowing(String... members) {
    Set<String> known = Set.of(members);
    Function<Consumer<SdkPojo>, I> strict =
        fill -> {
          I request = reader.apply(fill);
          Members.refuseOthers(request, known, name);
          return request;
        };
    return new Operation<>(name, route, strict, handler, needs);
  }

  public String name() {
    return name;
  }

  public Route route() {
    return route;
  }

  /** Reads the request, asks for permission, answers: an SDK object or a {@link Streamed}. */
  Object run(Consumer<SdkPojo> read, Call call, String prefix) {
    I request = reader.apply(read);
    List<Permission> needed = needs.apply(request, call);
    if (needed.isEmpty()) {
      call.needs(new Permission(prefix + ":" + name, "*"));
    }
    for (Permission each : needed) {
      if (each.equals(Permission.NONE)) {
        continue;
      }
      boolean own = each.action().startsWith(":");
      String action = own ? prefix + each.action() : each.action();
      call.needs(new Permission(action, each.resource(), each.context()));
    }
    return handler.handle(request, call);
  }
}
