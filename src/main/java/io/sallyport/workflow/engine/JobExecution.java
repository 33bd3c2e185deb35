package io.sallyport.workflow.engine;

import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;

/** Our executor in the place of the starter's, on the starter's threads. */
@Configuration(proxyBeanMethods = false)
class JobExecution {

  @Bean
  @ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
  JobExecutor jobExecutor(@Qualifier("camundaTaskExecutor") TaskExecutor threads, StepLocks locks) {
    return new StepExecutor(threads, locks);
  }
}
