package io.sallyport.local.aws;

import io.sallyport.local.aws.protocol.Answer;
import io.sallyport.local.aws.protocol.AwsError;
import io.sallyport.local.aws.protocol.Protocol;
import io.sallyport.local.aws.protocol.Request;
import io.sallyport.local.aws.protocol.RestXml;
import io.sallyport.local.aws.protocol.Route;
import io.sallyport.local.aws.signature.Authentication;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/** The way of a request: which service, which operation, faults, signature, permission, handler. */
final class FrontDoor {

  private final List<Door> doors;
  private final Authentication authentication;
  private final Access access;
  private final Faults faults;
  private final Ids ids;

  /** A service with its operations by name. */
  private record Door(
      Service service,
      Protocol protocol,
      Map<String, Operation<?>> operations,
      Map<String, Route> routes) {

    static Door of(Service service) {
      Map<String, Operation<?>> operations = new LinkedHashMap<>();
      Map<String, Route> routes = new LinkedHashMap<>();
      for (Operation<?> operation : service.operations()) {
        operations.put(operation.name(), operation);
        routes.put(operation.name(), operation.route());
      }
      return new Door(service, service.protocol(), operations, routes);
    }
  }

  FrontDoor(
      List<Service> services,
      Authentication authentication,
      Access access,
      Faults faults,
      Ids ids) {
    this.doors = services.stream().map(Door::of).toList();
    this.authentication = authentication;
    this.access = access;
    this.faults = faults;
    this.ids = ids;
  }

  /** The answer, or nothing: then the connection ends without one. */
  Optional<Answer> answer(Request request) {
    String requestId = ids.uuid();
    Optional<Door> door = door(request);
    if (door.isEmpty()) {
      String service = authentication.serviceOf(request);
      AwsError error = AwsError.unknownOperation("of the service '" + service + "'");
      return Optional.of(new RestXml().error(error, requestId));
    }
    try {
      return inside(door.get(), door.get().service().arrange(request), requestId);
    } catch (AwsError e) {
      return Optional.of(door.get().protocol().error(e, requestId));
    }
  }

  private Optional<Door> door(Request request) {
    String signingName = authentication.serviceOf(request);
    return doors.stream()
        .filter(door -> door.service().signingName().equals(signingName))
        .filter(door -> door.service().accepts(request))
        .findFirst();
  }

  private Optional<Answer> inside(Door door, Request request, String requestId) {
    Protocol.Asked asked = door.protocol().asked(request, door.routes());
    Optional<Faults.Fault> fault =
        request.header(OwnS3.HEADER).isPresent()
            ? Optional.empty()
            : faults.next(door.service().name(), asked.operation());
    if (is(fault, Faults.Kind.LOST)) return Optional.empty();
    if (is(fault, Faults.Kind.FAIL)) throw error(fault);
    Caller caller = authentication.caller(request, door.protocol().family());
    Answer answer =
        handle(door, asked, new Call(caller, door.service().name(), request, access), requestId);
    fault.map(Faults.Fault::then).ifPresent(Runnable::run);
    if (is(fault, Faults.Kind.FAIL_AFTER_SUCCESS)) throw error(fault);
    return is(fault, Faults.Kind.TIME_OUT_AFTER_SUCCESS) ? Optional.empty() : Optional.of(answer);
  }

  private static boolean is(Optional<Faults.Fault> fault, Faults.Kind kind) {
    return fault.filter(met -> met.kind() == kind).isPresent();
  }

  private static AwsError error(Optional<Faults.Fault> fault) {
    return fault.flatMap(Faults.Fault::error).orElseThrow();
  }

  private static Answer handle(Door door, Protocol.Asked asked, Call call, String requestId) {
    Operation<?> operation = door.operations().get(asked.operation());
    Protocol protocol = door.protocol();
    Object result =
        operation.run(
            builder -> protocol.read(call.request(), asked, builder), call, door.service().name());
    if (result instanceof Streamed streamed) {
      Answer head = protocol.write(asked.operation(), streamed.response(), requestId);
      return new Answer(streamed.status(), head.headers(), streamed.content());
    }
    return protocol.write(asked.operation(), (SdkPojo) result, requestId);
  }
}
