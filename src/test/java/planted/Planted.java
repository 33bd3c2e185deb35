package planted;

import io.sallyport.authority.Role;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.GetMapping;
import software.amazon.awssdk.services.s3.S3Client;

/** A class that does all that no class of the product may do, so that each rule is seen to fail. */
@Controller
@Repository
public class Planted implements JavaDelegate {

  static int shared;

  @Autowired private RuntimeService engine;
  private S3Client s3;

  /** A record with a name that Java beans would have. */
  record Bean(Role role) {

    Role getRole() {
      return role;
    }
  }

  static class Heir extends Planted {}

  @GetMapping("/planted")
  String show() {
    return Instant.now() + s3.serviceName() + shared + UUID.randomUUID();
  }

  @Override
  public void execute(DelegateExecution execution) throws Exception {
    Method method = Planted.class.getMethod("execute", DelegateExecution.class);
    engine.signal(execution.getId() + method.getName());
  }
}
