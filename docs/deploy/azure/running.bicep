// What the bot runs in. All of it can be deleted and made again: nothing is kept here but logs and images.
param token string
param location string
@description('The identity that may fetch images.')
param principalId string
param alertEmail string
@description('Of the collector of OpenTelemetry. Empty: Application Insights stays empty.')
param collectorImage string

resource workspace 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: 'log-${token}'
  location: location
  properties: { sku: { name: 'PerGB2018' }, retentionInDays: 30, workspaceCapping: { dailyQuotaGb: 1 } }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${token}'
  location: location
  kind: 'web'
  properties: { Application_Type: 'web', WorkspaceResourceId: workspace.id }
}

resource registry 'Microsoft.ContainerRegistry/registries@2022-12-01' = {
  name: 'cr${token}'
  location: location
  sku: { name: 'Basic' }
  properties: { adminUserEnabled: false }
}

// AcrPull.
var pull = '7f951dda-4ed3-4680-a7ca-43fe172d538d'
resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: registry
  name: guid(registry.id, principalId, pull)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', pull)
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: 'cae-${token}'
  location: location
  properties: {
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
  }
}

module alerts 'alerts.bicep' = if (!empty(alertEmail)) {
  name: 'alerts'
  params: { location: location, workspaceId: workspace.id, alertEmail: alertEmail }
}

module collecting 'collector.bicep' = if (!empty(collectorImage)) {
  name: 'collector'
  params: {
    location: location
    environmentId: environment.id
    connectionString: insights.properties.ConnectionString
    image: collectorImage
  }
}

output registry string = registry.properties.loginServer
output environmentId string = environment.id
output domain string = environment.properties.defaultDomain
output otlpEndpoint string = collecting.?outputs.endpoint ?? ''
output actionGroupId string = alerts.?outputs.actionGroupId ?? ''
