// The bot itself: a new revision each time. `azd deploy` builds its image and deploys this.
param location string = resourceGroup().location
param imageName string
param registry string
param environmentId string
param identityId string
param appId string
param tenantId string
param cosmosEndpoint string
param vaultUrl string

@description('Application id with which Partner Center is signed in to. Empty: nobody can be connected.')
param partnerCenterClientId string = ''

@description('Where traces, metrics and logs go. Empty: nowhere.')
param otlpEndpoint string = ''

@description('Whom Azure tells when the bot is away or starts again and again. Empty: nobody.')
param actionGroupId string = ''

@minValue(2)
param minReplicas int = 2
@maxValue(30)
param maxReplicas int = 5

var port = 3978
// Ingress knows nothing of it: health, readiness and metrics stay inside.
var adminPort = 3979
var organizationsFolder = '/etc/cosell'

resource bot 'Microsoft.App/containerApps@2025-01-01' = {
  name: 'bot'
  location: location
  tags: { 'azd-service-name': 'bot' }
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      // A new revision gets the requests once it is ready; the ones before stay, asleep, to go back to.
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      registries: [{ server: registry, identity: identityId }]
      // Without a version: the newest one is fetched within half an hour.
      secrets: [{ name: 'organizations', keyVaultUrl: '${vaultUrl}secrets/organizations', identity: identityId }]
      ingress: { external: true, targetPort: port, transport: 'auto', allowInsecure: false }
    }
    template: {
      // Ten seconds of draining, fifteen for what is under way, and some to spare.
      terminationGracePeriodSeconds: 40
      containers: [
        {
          name: 'bot'
          image: imageName
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'PORT', value: string(port) }
            { name: 'ADMIN_PORT', value: string(adminPort) }
            { name: 'HOST', value: '0.0.0.0' }
            { name: 'MicrosoftAppId', value: appId }
            { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
            { name: 'MicrosoftAppTenantId', value: tenantId }
            { name: 'ORGANIZATIONS_FILE', value: '${organizationsFolder}/organizations.json' }
            { name: 'COSMOS_ENDPOINT', value: cosmosEndpoint }
            { name: 'COSMOS_DATABASE', value: 'cosell' }
            { name: 'PARTNER_CENTER_CLIENT_ID', value: partnerCenterClientId }
            { name: 'KEY_VAULT_URL', value: empty(partnerCenterClientId) ? '' : vaultUrl }
            { name: 'DRAIN_SECONDS', value: '10' }
            { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: otlpEndpoint }
            // Which identity Azure's own libraries take.
            { name: 'AZURE_CLIENT_ID', value: appId }
          ]
          probes: [
            { type: 'Startup', httpGet: { path: '/healthz', port: adminPort }, periodSeconds: 3, failureThreshold: 10 }
            { type: 'Liveness', httpGet: { path: '/healthz', port: adminPort }, periodSeconds: 10, timeoutSeconds: 5 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: adminPort }, periodSeconds: 5, timeoutSeconds: 5 }
          ]
          volumeMounts: [{ volumeName: 'organizations', mountPath: organizationsFolder }]
        }
      ]
      volumes: [
        {
          name: 'organizations'
          storageType: 'Secret'
          secrets: [{ secretRef: 'organizations', path: 'organizations.json' }]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [
          { name: 'requests', http: { metadata: { concurrentRequests: '20' } } }
          { name: 'cpu', custom: { type: 'cpu', metadata: { type: 'Utilization', value: '70' } } }
        ]
      }
    }
  }
}

// What the log can't say, because nobody is there to write it. docs/deploy/alerts.md says what to do.
var watched = [
  { name: 'gone', metric: 'Replicas', operator: 'LessThan', threshold: 1 }
  { name: 'restarts', metric: 'RestartCount', operator: 'GreaterThan', threshold: 3 }
]

resource alerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [for alert in watched: if (!empty(actionGroupId)) {
  name: alert.name
  location: 'global'
  properties: {
    description: 'Co-sell bot: ${alert.name}'
    severity: 1
    enabled: true
    scopes: [bot.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: alert.name
          metricNamespace: 'Microsoft.App/containerapps'
          metricName: alert.metric
          operator: alert.operator
          threshold: alert.threshold
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}]

output SERVICE_BOT_URI string = 'https://${bot.properties.configuration.ingress.fqdn}'
