# Blocks what keyboard-filter.txt lists. Run once as an administrator, then restart. Untested: no Windows was at hand.
#Requires -RunAsAdministrator
$ErrorActionPreference = "Stop"
$namespace = "root\standardcimv2\embedded"

if ((Get-WindowsOptionalFeature -Online -FeatureName Client-KeyboardFilter).State -ne "Enabled") {
    Enable-WindowsOptionalFeature -Online -FeatureName Client-KeyboardFilter -All -NoRestart | Out-Null
    Write-Output "Keyboard Filter is being switched on. Restart, then run this once more."
    exit 3010
}

$ids = Get-Content "$PSScriptRoot\keyboard-filter.txt" | Where-Object { $_ -and -not $_.StartsWith("#") }
foreach ($id in $ids) {
    $key = Get-CimInstance -Namespace $namespace -ClassName WEKF_PredefinedKey | Where-Object { $_.Id -eq $id }
    if ($key) {
        $key.Enabled = $true
        Set-CimInstance -InputObject $key
    } else {
        Write-Warning "This Windows knows no $id"
    }
}

# Administrators keep their keys, so that the computer can be looked after.
$settings = Get-CimInstance -Namespace $namespace -ClassName WEKF_Settings |
    Where-Object { $_.Name -eq "DisableKeyboardFilterForAdministrators" }
$settings.Value = "true"
Set-CimInstance -InputObject $settings
